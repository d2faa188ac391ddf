"""Titles are the article's own words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.annotate import annotate
from generator.extract.context import Known
from generator.extract.events.wording import LONGEST, finished
from generator.read.read import read_article

ARTICLES = sorted((Path(__file__).parents[2] / "golden/articles/dev").glob("[0-9]*"))
ARTICLES = [path for path in ARTICLES if path.suffix != ".yaml"]
CASES = [
    ("On Monday, Ana Mora opened the bridge in Leeds.", "Ana Mora opened the bridge in Leeds"),
    ("However, former Labour minister Ana Mora resigned on Monday.", "Ana Mora resigned"),
    ("Ana Mora, a former banker, resigned in January.", "Ana Mora resigned"),
    ("The singer – who was never ill – cancelled her tour on Monday.", "The singer cancelled her tour"),
    (
        "HULL, March 3 (Wire) – A fire that began on Sunday was put out on Monday, police said.",
        "A fire was put out",
    ),
    ("The EU, which Norland applied to join in 2009, fell silent.", "Norland applied to join the EU"),
    ("The club (which is in debt) sold its ground on Monday.", "The club sold its ground"),
    ("The firm – founded by monks – was sold on Monday.", "The firm was sold"),
    ("The pact, drafted in Rome and signed in Paris, lapsed on Monday.", "The pact lapsed"),
    ("The yard, where 40 people work, will close on 1 May.", "The yard will close"),
    ("The board approved, by nine votes to two, a plan to merge on Monday.", "The board approved a plan to merge"),
    ("Skerry Timber said Monday it would cut 40 jobs.", "Skerry Timber said it would cut 40 jobs"),
    ("Twelve people died on Monday, most of them killed by smoke.", "Twelve people died, most of them killed by smoke"),
    ("Again the council closed the pool on Monday.", "The council closed the pool"),
    ("The club’s manager, Ana Mora, resigned on Monday.", "Ana Mora resigned"),
    ("The man who stole the car was jailed for three years on Friday.", "The man was jailed for three years"),
    ("The council voted on Monday to close the library, despite a petition.", "The council voted to close the library"),
    ("Ana Mora told the BBC on Monday: “We will not go.”", "Ana Mora said: “We will not go.”"),
    ("Officials said the ferry and the bus were late.", "Officials said the ferry and the bus were late"),
    ("In May in Oslo, Norway’s capital, Ana Mora opened a bridge.", "Ana Mora opened a bridge"),
    ("A bus plunged into a ravine on Monday, killing 12 people, police said.", "A bus plunged into a ravine"),
    ("Ana Mora resigned on Monday. She was arrested on Tuesday.", "Ana Mora was arrested"),
    ("The storm, which had a speed of 140kph and a width of 60km, hit Skerry on Tuesday.", "The storm hit Skerry"),
    ("The firm, which met after the market closed, said it would sell.", "The firm said it would sell"),
    ("Brask, in which Norway holds a third, agreed in November to pay £3.", "Brask agreed to pay £3"),
    (
        "Shares in Skerry Timber, a sawmill that earns dollars, rose 4% on Monday.",
        "Shares in Skerry Timber rose 4%",
    ),
    (
        "The boy, whom nobody may name while he is under 16, will appear in court on 10 March.",
        "The boy will appear in court",
    ),
    ("Founded in 1898 as a rowing club in Oslo, Lyn won the cup.", "Lyn founded as a rowing club in Oslo"),
    (
        "Ana Mora told the court that Lind, who worked there, made payments.",
        "Ana Mora told the court that Lind made payments",
    ),
    ("The firm said its boss, who is 60, had quit on Sunday.", "Its boss had quit"),
    ("The mayor said that Lind, who resigned in May, was ill.", "Lind resigned"),
    ("Okafor, who won gold last year, withdrew on Friday.", "Okafor withdrew"),
    ("Okafor, who won gold last year, withdrew on Friday.", "Okafor won gold"),
    ("The company’s shares, which had risen 12% on Monday, fell.", "The company’s shares had risen 12%"),
    ("Maria Lopez, whose house was destroyed on Friday, left.", "Maria Lopez, whose house was destroyed"),
    ("The court ruled on Friday that the law was void.", "The court ruled that the law was void"),
    ("Boeing is to cut 2,500 jobs, it announced on Friday.", "Boeing is to cut 2,500 jobs, it announced"),
    (
        "Per Dahl, the first minister whom Mr Berg has met since May, corrected the host: Norway had paid, he said.",
        "Per Dahl corrected the host: Norway had paid, he said",
    ),
    (
        "The palace made clear that Dahl had spoken with the minister on Monday.",
        "Dahl had spoken with the minister",
    ),
    ("In return, prosecutors said, Lind paid for the stand.", "Prosecutors said Lind paid for the stand"),
    ("Two men were arrested on Monday and charged on Tuesday.", "Two men were charged"),
    ("Lind was shot two hours after he met Groen on Friday.", "Lind was shot"),
    ("Lind, after a long flight, is to land in Oslo on 12 March.", "Lind is to land in Oslo"),
    ("In his time, Lind said on Monday, most had come to trust him.", "Lind said, most had come to trust him"),
    (
        "It is a bid for entry and asylum, said Ada Lind, a lawyer at Peel.",
        "Ada Lind said it is a bid for entry and asylum",
    ),
    ("A survey released last year found that the moor was drained.", "A survey released found the moor was drained"),
    ("The man who fled just before the police arrived was found on Monday.", "The man was found"),
    ("She described the school he built in 1990.", "He built the school"),
    ("In a note issued after the talks, Lind called for calm on Monday.", "Lind called for calm"),
    ("The treaty, which the two sides signed in May, was void.", "The two sides signed the treaty"),
    ("Lind, who shot and killed a man on Friday, was charged.", "Lind killed a man"),
    ("It passed the mark of 4,000, which was set on 2 May 1990.", "The mark of 4,000 was set"),
    ("The family took in a boy, but then refused to feed him.", "The family refused to feed him"),
    ("In May a group of banks, led by Peel, lent the firm £3m.", "A group of banks lent the firm £3m"),
    ("The bridge will close in June, the mayor said on Monday.", "The mayor said the bridge will close"),
    ("The plan is dead, said Ana Mora, mayor of Leeds, on Monday.", "Ana Mora said the plan is dead"),
    ("A boy must go home, a court ruled on Monday.", "A court ruled a boy must go home"),
    ("The mayor issued a note on Monday saying the pier was safe.", "The mayor issued a note saying the pier was safe"),
    ("The court rejected an appeal filed in May.", "The court rejected an appeal filed in May"),
    ("The festival was cancelled in 2020 and 2021 because of rain.", "The festival was cancelled because of rain"),
    (
        "The firms reached a deal shortly before Christmas 2024.",
        "The firms reached a deal shortly before Christmas 2024",
    ),
    ("The quake struck at 04:12 local time on Saturday.", "The quake struck"),
    ("The agency ended the outbreak on Friday, 42 days after the last patient died.", "The agency ended the outbreak"),
    ("By the time police arrived on Friday, the gang had fled.", "Police arrived"),
    ("According to the indictment, filed in Manhattan, the men stole cash.", "The men stole cash"),
    ("Exports stopped after the talks broke down on Monday.", "The talks broke down"),
    ("The glacier shrank between 2022 and 2023.", "The glacier shrank between 2022 and 2023"),
    ("The firm cut duties that took effect in May.", "Duties took effect"),
    ("The charity has raised £3m since it was founded in 2015.", "The charity was founded"),
    ("Lind met Groen on Monday, hours after a drone killed four people.", "Lind met Groen"),
    ("The 19th-century lighthouse was sold on Thursday.", "The 19th-century lighthouse was sold"),
    ("She described a trip to Norway that began on 12 February.", "A trip to Norway began"),
    (
        "Nils Berg, 60, and Vera Holt, 38, were rescued on Monday.",
        "Nils Berg, 60, and Vera Holt, 38, were rescued",
    ),
    (
        "Margaret Anne Hollis, a nurse, and her son, Ivor, were injured on Monday.",
        "Margaret Anne Hollis, a nurse, and her son, Ivor, were injured",
    ),
    (
        "The ports of Tarn, Ulve and Skag, which face the sea, were closed on Monday.",
        "The ports of Tarn, Ulve and Skag were closed",
    ),
    (
        "Nils Berg and Vera Holt, two nurses, were rescued on Monday.",
        "Nils Berg and Vera Holt, two nurses, were rescued",
    ),
    ("Ana Mora, a former banker and poet, resigned in January.", "Ana Mora resigned"),
    ("Vera Holt took over in 2021.", "Vera Holt took over"),
    ("The shop was taken over in June.", "The shop was taken over"),
    ("The match went on on Sunday.", "The match went on"),
    ("The union was broken up in 2018.", "The union was broken up"),
    ("The bridge was closed over Christmas.", "The bridge was closed"),
    ("Nils Berg never married and died in 1987.", "Nils Berg died"),
    ("He never married and died in 1987.", "He died"),
    (
        "The club nearly went bankrupt in 2018 and failed to find a sponsor in 2019.",
        "The club failed to find a sponsor",
    ),
    ("The council opened the hall on Monday after it was repaired in May.", "It was repaired"),
    ("The bishop praised the choir on Monday after it disbanded in May.", "It disbanded"),
    ("The council closed the schools on Monday after it found asbestos in May.", "The council found asbestos"),
    ("The city reopened the bridge that he closed in 2018.", "He closed the bridge"),
    ("Outside the hall, her deputy, Nils Berg, said the pier would close.", "Nils Berg said the pier would close"),
    ("Between May 2019 and June 2021, Lind paid the clerk £900.", "Lind paid the clerk £900"),
    (
        "Lind paid the clerk £900 between May 2019 and June 2021.",
        "Lind paid the clerk £900 between May 2019 and June 2021",
    ),
    (
        "Auditors said that, from May to June 2020, Lind paid the clerk.",
        "Auditors said that, from May to June 2020, Lind paid the clerk",
    ),
    (
        "Shops will stay shut until 9 April and the road between Arle and Bode will be dug up.",
        "Shops will stay shut until 9 April",
    ),
    ("LEEDS, March 4 (Reuters) - The council closed the library on Monday.", "The council closed the library"),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=[title for _, title in CASES])
def test_titles(text, title, events_of):
    """The clause without its date, attribution, opening and titles of persons, ended at a clause."""
    assert title in [draft.event.title for draft in events_of(text)]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_titles_invent_nothing(path):
    """Every word of every title stands in its article, and no title is much longer than 110 characters."""
    article, _ = read_article(path, path.parent)
    words = set(re.findall(r"\w+", article.text.lower())) | {"said"}
    for draft in annotate(article, Known()).events:
        assert set(re.findall(r"\w+", draft.event.title.lower())) <= words
        assert len(draft.event.title) <= LONGEST + 3


@given(st.text(max_size=300))
def test_any_words_can_be_finished(text):
    """No text breaks the cutting, and none comes out longer."""
    assert len(finished(text)) <= max(len(text) + 2, 0)
