"""What is said: who speaks, which remarks belong together, who stands behind a report."""


def test_one_occasion_is_one_event(events_of):
    """A speech told in several sentences is one event with its quotations and remarks."""
    text = (
        "Ana Mora said on Monday that the bridge would stay open.\n"
        "“It is safe,” she said.\n"
        "She added that repairs would cost €2 million.\n"
        "Speaking in Leeds, Mora stressed that nobody was hurt."
    )
    (draft,) = events_of(text)
    event = draft.event
    assert (event.date.edtf, event.type, event.actors) == ("2025-03-03", "statement", {"ana-mora": "speaker"})
    assert [quote.text for quote in event.quotes] == ["It is safe"]
    assert [remark.text.split()[0] for remark in event.remarks] == ["She", "Speaking"]
    assert event.places == ("leeds",)


def test_two_days_are_two_occasions(events_of):
    """The same speaker on another day speaks at another occasion."""
    text = "Ana Mora said on Monday that the bridge was safe. She told reporters on 12 February that it was not."
    assert [draft.event.date.edtf for draft in events_of(text)] == ["2025-03-03", "2025-02-12"]


def test_unnamed_speakers_are_described(events_of):
    """Officials without a name are speakers by their description, and "they added" is theirs."""
    text = "Two senior officials said the ceasefire would not hold. They added that troops were ready."
    (draft,) = events_of(text)
    assert draft.event.unnamed == {"Two senior officials": "speaker"}
    assert len(draft.event.remarks) == 1


def test_relayed_events_name_their_source(events_of):
    """What police report is the event, according to police."""
    (draft,) = events_of("Three people were killed in a fire on Monday, police said.")
    assert draft.event.type == "accident"
    assert draft.event.sources["a"].according_to == "police"


def test_sentence_reported_by_a_pronoun_is_told_by_the_article(events_of):
    """What "it said" reports of its own subject is an event without a source."""
    (draft,) = events_of("The museum has acquired a lost painting, it said on Wednesday.")
    assert draft.event.title == "The museum has acquired a lost painting"
    assert draft.event.sources["a"].according_to == ""


def test_clauses_parted_by_a_semicolon_are_apart(events_of):
    """Who denies something behind a semicolon does not report what stands before it."""
    drafts = events_of("Israel said it had hit a depot; Hamas denied the claim.")
    assert [draft.event.title for draft in drafts] == ["Israel said it had hit a depot", "Hamas denied the claim"]


def test_verbs_of_more_than_speech_need_words_reported(events_of):
    """A recall of cars is no statement, and neither is a reported profit."""
    drafts = events_of("Tesla recalled 46,000 trucks on Thursday. Halden Foods reported net profit of $41 million.")
    assert [draft.event.type for draft in drafts if draft.event.type == "statement"] == []


def test_denial_is_a_statement(events_of):
    """Who denies something makes a statement; what is denied did not happen."""
    (draft,) = events_of("Ana Mora denied that she had met the banker on Monday.")
    assert (draft.event.type, draft.event.actors) == ("statement", {"ana-mora": "speaker"})


def test_partial_quotation_in_a_subordinate_clause(events_of):
    """A named person's words under "after" are an event of their own, bounded by the article's day."""
    text = "The shares fell on Monday, especially after Ana Mora called the plan “unrealistic.”"
    drafts = events_of(text)
    said = next(draft.event for draft in drafts if draft.event.type == "statement")
    assert (said.date.edtf, said.quotes[0].text, said.quotes[0].kind) == ("../2025-03-04", "unrealistic", "partial")
