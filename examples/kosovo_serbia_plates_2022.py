"""The reference record, built with the classes. Equal to kosovo-serbia-plates-2022.accord.json when that is loaded.

Every fact carries the passage that says so. A passage is three numbers and a hash: the text of the source is not
part of the record, and whoever has it can check every passage with ``accords verify``.
"""

from __future__ import annotations

from accords import (
    Act,
    Actor,
    ActorKind,
    ActorName,
    ActsFor,
    Agreement,
    Basis,
    Citation,
    Claim,
    Coding,
    CodingStatus,
    Conclusion,
    ConclusionForm,
    Continuing,
    DesignationNote,
    Event,
    EventKind,
    Identifier,
    IdentifierScheme,
    IdentifierStatus,
    Modality,
    Obligation,
    ObligorBasis,
    Party,
    Release,
    Role,
    Says,
    Source,
    SourceKind,
    Span,
    ThirdParty,
    Vague,
)

__all__ = ["AGREEMENT"]


def says(paragraph: int, start: int, end: int, sha256: str) -> Citation:
    """The passage of the report from ``start`` to ``end``, in code points; ``sha256`` is that of the exact slice."""
    return Citation(source_id="report", locator=f"¶{paragraph}", span=Span(start=start, end=end, sha256=sha256))


def as_reported(name: str, passage: Citation) -> ActorName:
    """The name that the report gives to somebody; of a person, the passage says the post as well."""
    return ActorName(text=name, language="en", used_by="the news report", citations=(passage,))


def serves(actor_id: str, passage: Citation) -> tuple[ActsFor, ...]:
    """For whom somebody acts, by the post that ``passage`` gives."""
    return (ActsFor(actor_id=actor_id, citations=(passage,)),)


def printed(source_id: str, locator: str) -> tuple[Citation, ...]:
    """A place on a page that is cited for a name or a note on it, and for nothing else."""
    return (Citation(source_id=source_id, locator=locator),)


# Names and posts
REPORT_SAYS_KOSOVO = says(1, 0, 6, "4a867424c728c2ce5af8f6445adf3383fead7f1c4e115fd7126fc59e4d31b050")
REPORT_SAYS_SERBIA = says(1, 11, 17, "e8739c839576f7acbf1f190c8ac6b69e9bb11dda266a624abf1523460ac28106")
REPORT_SAYS_EU = says(6, 1110, 1124, "7fe24f2b7ba5e4553152d419a942666808849d1da2d54eea7c3e361436b61ab4")
OFFICE_OF_BORRELL = says(2, 201, 224, "81d62f82ac8661d6205f776e154f82357028cded63bf60f7cc3e5ab2e96b171d")
BORRELL = says(2, 201, 238, "8875c5aa19bc2b70732debde80181465bafc0e4a54500daac198f885229e7145")
OFFICE_OF_BAJRAMI = says(4, 557, 587, "0ef52dee5d5c73517ee2c46aa21a6571c7a3e1fd94c430ba034a605f0a66e268")
BAJRAMI = says(4, 557, 602, "729dddef7d95bfb5237753385c47970c4621a7a190740e928fd9c01b7e1f107c")
PETKOVIC = says(6, 948, 1019, "9e30f87e9072709c405c4163a8a089d9dc004dc186af03eb0cb4a9f81a83c8da")
BISLIMI = says(6, 1021, 1083, "90d385bec0bab11a47b7d6e23c7af0dca95efeb99bf65868fd3393ebceb8a80c")
LAJCAK = says(6, 1089, 1171, "9602d198ae046bcecd300dfcb6bc5c5c7befda4be27f27f09f78c8e7a3a3340a")
STANO = says(9, 1536, 1560, "67d52a8a70b48146be99ab21e6545e6d641e6ceb7e8c0a7000e094105c3593fc")
KURTI = says(12, 1984, 2018, "34573bdc2e4884bf6f5a5593e2aed4d124dfd6726b40cb1275778fdc67b7491a")
VUCIC = says(12, 2023, 2057, "4c59e72bd28f3e970c2a2fc1ff4deea0e7de2b5b0379065f46b26649f4773011")

# The agreement
AGREED = says(1, 0, 43, "1155ceb769a5534577e72e9e9bb2aecc68cc5e958a8bc51873c64f2cc58d7f49")
WE_HAVE_A_DEAL = says(2, 183, 254, "1805074f232d37277955961dc4a39e4b7acd2252853027d07ce1482946da294b")
BORRELL_ON_TWITTER = says(2, 201, 269, "4ccac3d694bc0e52f008f91762d3438ff60b6985a7131fb8beab37679f417b38")
REACHED_IN_BRUSSELS = says(2, 276, 313, "8f40bfa0205d361f3c88d7b2ac15e88b3bea971d851128f0fa3ec90ac8e6b3df")
MEDIATION = says(2, 314, 332, "0e8015e58e850e661b7074a5e3c74b74744b49326f3a1642277e8c74e2506aa2")
NEGOTIATORS = says(3, 365, 403, "71432dd99743f09b26ec7dfb731c4eaee21f805ad4ef40bb92729c4d9d0aee27")
FACILITATION = says(3, 404, 425, "66cfb53ac4f7e6bfa4b89d104ef221af27eefb70fc4518cb51bccb40ef87e2f3")
NEGOTIATORS_AGREED = says(3, 334, 556, "67be8c75cc52342c8297b7e4cd53080a2010d2710e411dbb9913ad3bc1d4a14c")
BAJRAMI_CONFIRMED = says(4, 557, 649, "d3e46491654794283826d2a6a460a35c86c186da002115387609b6464e168941")
BAJRAMI_QUOTED = says(5, 650, 795, "c54a5a1fdecef059da40563b363d652fc0dae327831b637056479bdd56052d7b")
BAJRAMI_ON_TWITTER = says(5, 776, 794, "b9caa35318e0f80e81dfdbb57eeaf2a5c8e1832b0a7f9aadfc851c4351888a61")

# Who is to do what
SERBIA_TO_STOP = says(8, 1347, 1439, "3f188b377d780d0a10710d2c6b2cbbb51124704b0cc403daa03515df62a24f92")
KOSOVO_TO_CEASE = says(8, 1444, 1534, "5e1f7583c3ea70b9f9ea4e7ef927d564db8a8fd4dc8accaf148e9121836d0423")
TO_CONCENTRATE = says(3, 365, 554, "37536f38c0b0ddb98f6af4dfefa70ab7eb114f4bd3f7817a81a702a6bde50000")
WILL_INVITE = says(10, 1725, 1806, "e4382f4571b6c99f7c2953448957569f5caf355e9524c294d855903d9b257984")
IN_THE_COMING_DAYS = says(10, 1765, 1783, "58c45290272154fb2079de59b771e36abc46cf2c4605d76ba6821fdf5346d8c8")

# Round about it
MEETING = says(6, 902, 1172, "d006274826b7fd87a079f05c962a3f215e1ff59f7cb6beb52717b431cc6e7f84")
LAJCAK_HOPED = says(7, 1173, 1346, "9256b2240aa852a6865b5ec421e2c506050bf2a2bcb8cd78d692cf22132a642c")
STANO_ON_AIM = says(9, 1536, 1724, "c86976349629ee93a4ccdb5e94e0122ba25c49a17f08d3fae7d48474607f320f")
FINES_PLANNED = says(11, 1807, 1941, "15d6c57cb4194669d59b3f7226d86910fa2b3bf6de913b3f3ff8b1ec855949f9")
TALKS_FAILED = says(12, 1942, 2104, "a581d0bcd38e1f6557da4739d2a601e99c0f3431b40ea19bf8a91eecab55b095")
FINES_PUT_OFF = says(13, 2105, 2198, "c3af7eb1c862e8b5846f3da1d32a84d49c1a8a622193974f4da6d0861fafb5c5")

KOSOVO = Actor(
    id="kosovo",
    kind=ActorKind.POLITY,
    name="Kosovo",
    names=(
        as_reported("Kosovo", REPORT_SAYS_KOSOVO),
        ActorName(
            text="Kosovo*",
            language="en",
            used_by="EU institutions",
            citations=printed("eu-note", "footnote *"),
        ),
        ActorName(
            text="Republic of Kosovo",
            language="en",
            used_by="authorities in Pristina",
            citations=printed("pristina-page", "title"),
        ),
        ActorName(
            text="Kosovo and Metohija",
            language="en",
            used_by="authorities in Belgrade",
            citations=printed("belgrade-page", "first paragraph"),
        ),
        ActorName(
            text="Provisional institutions of Self-Government in Priština",
            language="en",
            used_by="authorities in Belgrade, of Kosovo's institutions",
            citations=printed("belgrade-page", "last list"),
        ),
    ),
    identifiers=(
        Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA2, value="XK", status=IdentifierStatus.USER_ASSIGNED),
        Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA3, value="XKX", status=IdentifierStatus.USER_ASSIGNED),
        Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA3, value="XKK", status=IdentifierStatus.USER_ASSIGNED),
        Identifier(scheme=IdentifierScheme.GLEDITSCH_WARD, value="347", status=IdentifierStatus.OFFICIAL),
        Identifier(scheme=IdentifierScheme.CORRELATES_OF_WAR, value="347", status=IdentifierStatus.OFFICIAL),
    ),
    designation_notes=(
        DesignationNote(
            text="This designation is without prejudice to positions on status, and is in line with"
            " UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.",
            used_by="EU institutions",
            citations=(*printed("eu-note", "¶3"), *printed("eu-page", "footnote *")),
        ),
        DesignationNote(
            text="The status of Kosovo should be understood to be in the context of United Nations Security Council"
            " resolution 1244 (1999).",
            used_by="UN Statistics Division",
            citations=printed("un-statistics", "Questions & Answers"),
        ),
        DesignationNote(
            text="All references to Kosovo on this website are made in the context of UN security council resolution"
            " 1244 (1999)",
            used_by="UN Kosovo Team",
            citations=printed("un-team-note", "foot of the page"),
        ),
        DesignationNote(
            text="All reference to Kosovo, whether to the territory, institutions or population, shall be understood"
            " in full compliance with United Nations Security Council resolution 1244 and without prejudice to the"
            " status of Kosovo.",
            used_by="Council of Europe",
            citations=(*printed("council-note", "third note"), *printed("council-page", "note under the title")),
        ),
    ),
)

SERBIA = Actor(
    id="serbia",
    kind=ActorKind.POLITY,
    name="Serbia",
    names=(as_reported("Serbia", REPORT_SAYS_SERBIA),),
    identifiers=(
        Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA2, value="RS", status=IdentifierStatus.OFFICIAL),
        Identifier(scheme=IdentifierScheme.ISO_3166_1_ALPHA3, value="SRB", status=IdentifierStatus.OFFICIAL),
        Identifier(scheme=IdentifierScheme.GLEDITSCH_WARD, value="340", status=IdentifierStatus.OFFICIAL),
        Identifier(scheme=IdentifierScheme.CORRELATES_OF_WAR, value="345", status=IdentifierStatus.OFFICIAL),
    ),
)

EU = Actor(
    id="eu",
    kind=ActorKind.INTERNATIONAL_ORGANISATION,
    name="European Union",
    names=(as_reported("European Union", REPORT_SAYS_EU),),
)

HIGH_REPRESENTATIVE = Actor(
    id="eu-foreign-policy-chief",
    kind=ActorKind.OFFICE,
    name="EU High Representative",
    names=(
        as_reported("EU foreign policy chief", OFFICE_OF_BORRELL),
        ActorName(
            text="High Representative",
            language="en",
            used_by="EU institutions",
            citations=printed("eu-statement", "heading"),
        ),
    ),
    acts_for=serves("eu", OFFICE_OF_BORRELL),
)

ENVOY = Actor(
    id="kosovo-ambassador",
    kind=ActorKind.OFFICE,
    name="Envoy of Kosovo to Belgium",
    names=(as_reported("Kosovo's ambassador to Belgium", OFFICE_OF_BAJRAMI),),
    acts_for=serves("kosovo", OFFICE_OF_BAJRAMI),
)

PEOPLE = (
    Actor(
        id="borrell",
        kind=ActorKind.PERSON,
        name="Josep Borrell",
        names=(as_reported("Josep Borrell", BORRELL),),
        acts_for=serves("eu-foreign-policy-chief", BORRELL),
        position="EU High Representative",
    ),
    Actor(
        id="lajcak",
        kind=ActorKind.PERSON,
        name="Miroslav Lajčák",
        names=(as_reported("Miroslav Lajcak", LAJCAK),),
        acts_for=(ActsFor(actor_id="eu", citations=(LAJCAK, *printed("eu-statement", "¶5"))),),
        position="EU Special Representative for the dialogue",
    ),
    Actor(
        id="stano",
        kind=ActorKind.PERSON,
        name="Peter Stano",
        names=(as_reported("Peter Stano", STANO),),
        acts_for=serves("eu", STANO),
        position="EU spokesman",
    ),
    Actor(
        id="bislimi",
        kind=ActorKind.PERSON,
        name="Besnik Bislimi",
        names=(as_reported("Besnik Bislimi", BISLIMI),),
        acts_for=serves("kosovo", BISLIMI),
        position="Kosovo's chief negotiator",
    ),
    Actor(
        id="bajrami",
        kind=ActorKind.PERSON,
        name="Agron Bajrami",
        names=(as_reported("Agron Bajrami", BAJRAMI),),
        acts_for=serves("kosovo-ambassador", BAJRAMI),
        position="“ambassador to Belgium” in the words of the news report",
    ),
    Actor(
        id="kurti",
        kind=ActorKind.PERSON,
        name="Albin Kurti",
        names=(as_reported("Albin Kurti", KURTI),),
        acts_for=serves("kosovo", KURTI),
        position="Prime Minister of Kosovo",
    ),
    Actor(
        id="petkovic",
        kind=ActorKind.PERSON,
        name="Petar Petković",
        names=(as_reported("Petar Petkovic", PETKOVIC),),
        acts_for=(ActsFor(actor_id="serbia", citations=(PETKOVIC, *printed("belgrade-page", "first paragraph"))),),
        position="head of Serbia's “Office for Kosovo and Metohija”",
    ),
    Actor(
        id="vucic",
        kind=ActorKind.PERSON,
        name="Aleksandar Vučić",
        names=(as_reported("Aleksandar Vucic", VUCIC),),
        acts_for=serves("serbia", VUCIC),
        position="President of Serbia",
    ),
)

PARTIES = (
    Party(actor_id="kosovo", represented_by_ids=("bislimi",), citations=(AGREED, NEGOTIATORS, BISLIMI)),
    Party(
        actor_id="serbia",
        represented_by_ids=("petkovic",),
        represented_by_basis=Basis.INFERRED,
        citations=(AGREED, NEGOTIATORS, PETKOVIC),
    ),
)

THIRD_PARTIES = (
    ThirdParty(
        actor_id="eu",
        role=Role.FACILITATOR,
        role_as_written="under EU-facilitation",
        represented_by_ids=("lajcak",),
        represented_by_basis=Basis.INFERRED,
        citations=(FACILITATION, LAJCAK),
    ),
    ThirdParty(
        actor_id="eu",
        role=Role.MEDIATOR,
        role_as_written="under EU mediation",
        citations=(MEDIATION,),
    ),
)

OBLIGATIONS = (
    Obligation(
        id="serbia-plates",
        label="Plates with Kosovo cities' denominations",
        obligor_ids=("serbia",),
        modality=Modality.MUST_NOT,
        action="issue licence plates that bear the denominations of cities in Kosovo",
        as_written='stop issuing license plates with Kosovo cities\' "denominations"',
        themes=("licence plates",),
        note="As Josep Borrell described the deal. No date, no end and no condition is stated, and nothing is said"
        " of plates already issued.",
        citations=(SERBIA_TO_STOP,),
    ),
    Obligation(
        id="kosovo-reregistration",
        label="Re-registration of vehicles",
        obligor_ids=("kosovo",),
        modality=Modality.MUST_NOT,
        action="take further actions related to the re-registration of vehicles",
        as_written="cease further actions related to the re-registration of vehicles",
        themes=("vehicle registration",),
        note="As Josep Borrell described the deal. No date, no end and no condition is stated; it is not said to"
        " depend on what Serbia does. The report does not say whether the fines it speaks of are such actions.",
        citations=(KOSOVO_TO_CEASE,),
    ),
    Obligation(
        id="normalisation",
        label="Proposal on normalisation",
        obligor_ids=("kosovo", "serbia"),
        obligor_basis=ObligorBasis.INFERRED,
        modality=Modality.ENDEAVOUR,
        performance=Continuing(),
        action="concentrate fully on the proposal on the normalisation of relations between the two",
        as_written="fully concentrate on the proposal on normalisation of their relations",
        themes=("normalisation of relations",),
        note="Borrell's words have the chief negotiators agree on it; the relations are those of Kosovo and"
        " Serbia, for whom they negotiated, so each of the two bears it. The proposal itself is not described.",
        citations=(TO_CONCENTRATE,),
    ),
    Obligation(
        id="invitation",
        label="Invitation to discuss next steps",
        obligor_ids=("eu-foreign-policy-chief",),
        obligor_basis=ObligorBasis.INFERRED,
        modality=Modality.MUST,
        action="invite Kosovo and Serbia to discuss next steps",
        as_written="will invite the parties in the coming days",
        due=Vague(text="in the coming days", citations=(IN_THE_COMING_DAYS,)),
        beside_agreement=True,
        themes=("normalisation of relations",),
        note="A promise of the facilitating side, which the report does not give as a part of the deal. Borrell says"
        " that he himself will invite; he speaks as High Representative, whom the report calls EU foreign policy"
        " chief. So the office bears it, which is narrower than the EU and outlasts the person.",
        citations=(WILL_INVITE,),
    ),
)

EVENTS = (
    Event(
        id="deal-reached",
        kind=EventKind.MILESTONE,
        summary="Negotiators for Kosovo and Serbia reached the agreement.",
        place="Brussels",
        claims=(
            Claim(
                id="report-on-deal",
                says=Says.OCCURRED,
                text="The report itself states that the agreement was reached, in Brussels.",
                citations=(AGREED, REACHED_IN_BRUSSELS),
            ),
            Claim(
                id="borrell-on-deal",
                says=Says.OCCURRED,
                known_on="2022-11-23",
                known_on_basis=Basis.INFERRED,
                claimed_by_id="borrell",
                text="There is a deal; the chief negotiators of both agreed on measures against further escalation"
                " and on turning to the proposal on normalisation.",
                citations=(WE_HAVE_A_DEAL, NEGOTIATORS_AGREED),
            ),
            Claim(
                id="bajrami-on-deal",
                says=Says.OCCURRED,
                claimed_by_id="bajrami",
                text="There is an agreement, after long hours, and talks on full normalisation can now begin.",
                citations=(BAJRAMI_CONFIRMED, BAJRAMI_QUOTED),
            ),
        ),
    ),
    Event(
        id="announcement",
        kind=EventKind.MILESTONE,
        summary="Josep Borrell announced the agreement on Twitter.",
        act=Act.ANNOUNCEMENT,
        actor_ids=("borrell",),
        about_event_ids=("deal-reached",),
        claims=(
            Claim(
                id="report-on-announcement",
                says=Says.OCCURRED,
                when="2022-11-23",
                when_basis=Basis.INFERRED,
                when_as_written="on November 23",
                citations=(BORRELL_ON_TWITTER,),
            ),
        ),
    ),
    Event(
        id="confirmation",
        kind=EventKind.MILESTONE,
        summary="Agron Bajrami confirmed on Twitter that there is an agreement.",
        act=Act.CONFIRMATION,
        actor_ids=("bajrami",),
        about_event_ids=("deal-reached",),
        claims=(
            Claim(
                id="report-on-confirmation",
                says=Says.OCCURRED,
                citations=(BAJRAMI_CONFIRMED, BAJRAMI_ON_TWITTER),
            ),
        ),
    ),
    Event(
        id="meeting",
        kind=EventKind.BACKGROUND,
        summary="Petar Petković, Besnik Bislimi and Miroslav Lajčák met before the announcement.",
        actor_ids=("petkovic", "bislimi", "lajcak"),
        claims=(Claim(id="report-on-meeting", says=Says.OCCURRED, citations=(MEETING,)),),
    ),
    Event(
        id="hope-voiced",
        kind=EventKind.BACKGROUND,
        summary="Miroslav Lajčák voiced the hope on Twitter that a solution would calm tensions on the ground and"
        " help to normalise relations.",
        actor_ids=("lajcak",),
        claims=(Claim(id="report-on-hope", says=Says.OCCURRED, when_as_written="earlier", citations=(LAJCAK_HOPED,)),),
    ),
    Event(
        id="aim-stated",
        kind=EventKind.BACKGROUND,
        summary="Peter Stano said that the meeting was meant to find a European way out of the situation.",
        actor_ids=("stano",),
        about_event_ids=("meeting",),
        claims=(
            Claim(
                id="report-on-aim",
                says=Says.OCCURRED,
                text="The report adds that both sides aspire to membership of the EU.",
                citations=(STANO_ON_AIM,),
            ),
        ),
    ),
    Event(
        id="fines",
        kind=EventKind.BACKGROUND,
        summary="Kosovo was to begin to fine drivers who go on using plates issued by Serbia.",
        actor_ids=("kosovo",),
        claims=(
            Claim(
                id="report-on-fines",
                says=Says.PLANNED,
                when_as_written="this week",
                text='Kosovo had planned to fine those whom the report calls "some 10,000 Serb drivers"; it does not'
                " say that Kosovo did.",
                citations=(FINES_PLANNED,),
            ),
        ),
    ),
    Event(
        id="talks-failed",
        kind=EventKind.BACKGROUND,
        summary="Talks between Albin Kurti and Aleksandar Vučić, backed by the EU, ended without an agreement.",
        actor_ids=("kurti", "vucic"),
        claims=(
            Claim(
                id="report-on-talks",
                says=Says.OCCURRED,
                when_as_written="earlier this week",
                citations=(TALKS_FAILED,),
            ),
        ),
    ),
    Event(
        id="fines-put-off",
        kind=EventKind.BACKGROUND,
        summary="Kosovo put off the start of the fines by 48 hours.",
        actor_ids=("kosovo",),
        about_event_ids=("fines",),
        claims=(
            Claim(
                id="report-on-delay",
                says=Says.OCCURRED,
                when_as_written="after the talks failed",
                citations=(FINES_PUT_OFF,),
            ),
        ),
    ),
)

REPORT = Source(
    id="report",
    kind=SourceKind.NEWS_REPORT,
    title="News report on the licence plate agreement of Kosovo and Serbia (headline not known)",
    language="en",
    text_sha256="e7705a70a1c29993d5b6d4745ee1e9d501520bbd2c0285f673a48dc52f4fed2f",
    note="The text names no author, publisher or day of publication. It speaks of 23 November without a year, and of"
    " this week. It quotes posts on Twitter, which were not coded from the posts themselves. Spans count the"
    " characters of the file as it is: 13 paragraphs, one to a line, with no line break after the last.",
)

PAGES = (
    Source(
        id="eu-statement",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Kosovo/Serbia: Statement by High Representative Josep Borrell on the EU-facilitated Dialogue",
        publisher="EEAS",
        published="2022-11-23",
        language="en",
        url="https://eeas.europa.eu/eeas/kosovoserbia-statement-high-representative-josep-borrell-eu-facilitated-dialogue"
        "_en",
        note="Cited for the titles of two offices and for nothing else; what it says of the agreement is coded in the"
        " monitored example.",
    ),
    Source(
        id="eu-note",
        kind=SourceKind.REPORT,
        title="The Vanishing Asterisk: An Evolution of the EU’s Approach Towards Kosovo",
        publisher="Sbunker",
        published="2023-08-10",
        language="en",
        url="https://sbunker.net/teh/91826/the-vanishing-asterisk-an-evolution-of-the-eus-approach-towards-kosovo/",
        note="Quotes the note of EU institutions with its comma.",
    ),
    Source(
        id="eu-page",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="PRADO: documents of Kosovo*",
        publisher="Council of the European Union",
        language="en",
        url="https://www.consilium.europa.eu/prado/en/prado-documents/xkx/a/s/docs-per-type.html",
        note="Prints the note without its comma, and says that XKX is no official ISO code.",
    ),
    Source(
        id="un-statistics",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Standard country or area codes for statistical use (M49)",
        publisher="United Nations Secretariat, Statistics Division",
        language="en",
        url="https://unstats.un.org/unsd/methodology/m49/",
        note="Read in texts that quote its answer on Kosovo word for word.",
    ),
    Source(
        id="un-team-note",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Website of the UN Kosovo Team, source text of its pages",
        publisher="United Nations Kosovo Team",
        published="2016",
        language="en",
        url="https://github.com/opendatakosovo/unkt-wp-template/blob/master/footer.php",
    ),
    Source(
        id="council-note",
        kind=SourceKind.REPORT,
        title="Kosovo footnote | EU, UN, Council of Europe standard",
        publisher="EU Employment",
        language="en",
        url="https://euemployment.eu/kosovo-footnote-eu-un-coe",
        note="Quotes the Council of Europe's page on Kosovo. The note that it gives as the UN's is that of one office.",
    ),
    Source(
        id="council-page",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Application by Kosovo* for membership of the Council of Europe (Doc. 15958)",
        publisher="Parliamentary Assembly of the Council of Europe",
        published="2024-03-28",
        language="en",
        url="https://assembly.coe.int/nw/xml/XRef/X2H-Xref-ViewHTML.asp?FileID=33404&Lang=EN",
        note="Has the same note with the words Throughout this text before it.",
    ),
    Source(
        id="pristina-page",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Complete speech for media of the Prime Minister of the Republic of Kosovo, Albin Kurti, after the"
        " meeting in Brussels",
        publisher="Office of the Prime Minister, Pristina",
        published="2022-11-21",
        language="en",
        url="https://kryeministri.rks-gov.net/en/blog/complete-speech-for-media-of-the-prime-minister-of-the-republic"
        "-of-kosovo-albin-kurti-after-the-meeting-in-brussels",
    ),
    Source(
        id="belgrade-page",
        kind=SourceKind.OFFICIAL_STATEMENT,
        title="Jurisdiction of the Office for Kosovo and Metohija",
        publisher="Government of Serbia, Office for Kosovo and Metohija",
        language="en",
        url="https://kim.gov.rs/eng/nadleznost.php",
    ),
)
"""Pages on which names, titles and the notes on them are printed; nothing else of the record rests on them."""

AGREEMENT = Agreement(
    id="kosovo-serbia-plates-2022",
    title="Kosovo–Serbia agreement on licence plates in northern Kosovo",
    summary="An agreement, announced by the EU High Representative, to settle a long dispute about car licence plates"
    " in northern Kosovo that, the report says, had raised concerns about ethnic violence. Serbia is to stop issuing"
    " plates with the denominations of Kosovo cities, Kosovo is to take no further actions related to the"
    " re-registration of vehicles, and both are to turn to the proposal on normalising their relations. The report"
    " quotes no text of the agreement itself.",
    time_zone="Europe/Brussels",
    conclusion=Conclusion(
        form=ConclusionForm.ANNOUNCED,
        announced_by_ids=("borrell",),
        date="2022-11-23",
        date_basis=Basis.INFERRED,
        place="Brussels",
        citations=(BORRELL_ON_TWITTER, REACHED_IN_BRUSSELS),
    ),
    actors=(KOSOVO, SERBIA, EU, HIGH_REPRESENTATIVE, ENVOY, *PEOPLE),
    parties=PARTIES,
    third_parties=THIRD_PARTIES,
    obligations=OBLIGATIONS,
    events=EVENTS,
    sources=(REPORT, *PAGES),
    coding=Coding(
        coded_by="The accords project",
        status=CodingStatus.CODED,
        followed_until="2022-11-23",
        remarks="Coded from one news report and nothing else, but for names, the notes on them and codes of the"
        " parties, each from a page that prints it. The source gives the day of the announcement, without a year, and"
        " no day of the conclusion: the coder takes the one for the other, and the year is the coder's. That day is the"
        " only one that the report names, so the record was followed to it and no further. Nothing in"
        " the report says that anything was signed, and it quotes no confirmation by Serbia. The report states no"
        " entry into force, no end, to whom the duties are owed, or that one depends on the other. It calls Bislimi"
        " a chief negotiator; that Petković negotiated for Serbia is read from the meeting of the two, and that"
        " Lajčák acted for the EU from his being there. The measures against escalation that Borrell mentions have"
        " no content beside the two duties, and are no duty of their own here. The EU facilitates in Borrell's"
        " words and mediates in the reporter's; both roles are kept. The titles of Borrell's and Lajčák's offices, and"
        " the name of the office that Petković heads, are those that the offices use."
        " The time zone is an editorial choice.",
    ),
    release=Release(on="2026-11-29", by="The accords project", licence="MIT"),
)
"""The agreement as announced."""
