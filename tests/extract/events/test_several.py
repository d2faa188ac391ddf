"""Several dates in one clause, which are several events, one of a span, or not the clause's at all."""

import pytest

CASES = [
    ("Okoro won the cup in 2011 and 2014.", [("2011", "Okoro won the cup"), ("2014", "Okoro won the cup")]),
    (
        "Okoro was jailed in 2009 and again in 2015.",
        [("2009", "Okoro was jailed"), ("2015", "Okoro was jailed again")],
    ),
    (
        "Hearings are set for 3 May and 9 June.",
        [("2025-05-03", "Hearings are set"), ("2025-06-09", "Hearings are set")],
    ),
    (
        "The match will be played on 5 May in Leeds and on 12 May in Oslo.",
        [("2025-05-05", "The match will be played in Leeds"), ("2025-05-12", "The match will be played in Oslo")],
    ),
    ("The law was passed in 1911 or 1912.", [("1911/1912", "The law was passed")]),
    # the verb left out the second time
    ("She won gold in 2008 and silver in 2012.", [("2008", "She won gold"), ("2012", "She won silver")]),
    (
        "Profit rose by 3% in 2022 and by 5% in 2023.",
        [("2022", "Profit rose by 3%"), ("2023", "Profit rose by 5%")],
    ),
    (
        "The firm cut 900 jobs in 2022 and another 400 in 2023.",
        [("2022", "The firm cut 900 jobs"), ("2023", "The firm cut another 400")],
    ),
    (
        "Rates were raised to 3% in July 2024 and 4% in August 2024.",
        [("2024-07", "Rates were raised to 3%"), ("2024-08", "Rates were raised to 4%")],
    ),
    # another subject with the verb left out is no object of the first
    ("Profit rose 3% in 2022 and sales 5% in 2023.", [("2022", "Profit rose 3%")]),
    ("Profit rose by 3% in 2022 and sales by 5% in 2023.", [("2022", "Profit rose by 3%")]),
    ("Her first film appeared in 1999 and her last in 2021.", [("1999", "Her first film appeared")]),
    ("The first ship sailed in May and the second on 3 June 2024.", [("2024-05", "The first ship sailed")]),
    (
        "Voters chose Lind in 2012, and he was defeated in 2016 and jailed in 2020.",
        [("2012", "Voters chose Lind"), ("2016", "He was defeated"), ("2020", "He was jailed")],
    ),
    (
        "Peel turned down two offers, of £2m on 3 January and £4m on 9 February.",
        [("2025-01-03", "Peel turned down offers of £2m"), ("2025-02-09", "Peel turned down offers of £4m")],
    ),
    # a date of a noun is none of the verb's
    ("The party lost power in 2011 after the floods and the slump of 2008.", 1),
    ("He was fined on Monday for the crash and the fire in May.", 1),
    ("The raids on 3 and 4 March were called off.", 1),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_dates_joined(text, expected, events_of):
    """Each of the dates joined behind a verb is an event of its own, alternatives are one."""
    found = [(draft.event.date.edtf, draft.event.title) for draft in events_of(text)]
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert found == expected
