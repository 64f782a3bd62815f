namespace AlertWorker.Claims;

/// <summary>Classes of cues besides events. Names are those of the lexicon files, in kebab case.</summary>
public enum CueClass
{
    /// <summary>False friends, masked before anything is read: "opened fire", "closed-door".</summary>
    Idiom,

    /// <summary>The rest of the line is site furniture: "read more", "یہ بھی پڑھیں".</summary>
    Boilerplate,

    /// <summary>Begins a new clause: "but", "while", "جبکہ".</summary>
    Break,

    /// <summary>that, whether, lest: opens a clause which the verb before it governs ("denied that …", "потребовали, чтобы …").</summary>
    That,

    /// <summary>and, where the verb comes last: opens a clause right after an event ("… کھول دیا گیا اور …").</summary>
    And,

    /// <summary>not, never.</summary>
    Negation,

    /// <summary>will, is to, set to.</summary>
    Plan,

    /// <summary>would: the future of reported speech; without a word of saying before it, a supposition.</summary>
    Backshift,

    /// <summary>if, could, threatens.</summary>
    Supposed,

    /// <summary>demand, urge, talks on, hope.</summary>
    Asked,

    /// <summary>last year, previously, in the past, recall that.</summary>
    Past,

    /// <summary>after, since, amid, despite: what follows is the setting, not the news.</summary>
    Backdrop,

    /// <summary>when, before: the clause it opens tells the setting, not the news.</summary>
    Setting,

    /// <summary>side, end, half: with a country before it, who has acted.</summary>
    Side,

    /// <summary>by: with a country after it, who has acted.</summary>
    By,

    /// <summary>so are, likewise: what was said last holds for the places of this clause too.</summary>
    Likewise,

    /// <summary>update, latest: what follows in the text is newer than what stands before.</summary>
    Update,

    /// <summary>rail, train: crossings of that kind are meant.</summary>
    Rail,

    /// <summary>denied, baseless, rumours.</summary>
    Denied,

    /// <summary>put off, delayed: what was announced does not come when it was to.</summary>
    Postponed,

    /// <summary>decided to, ordered, announced: makes a verbal noun a fact.</summary>
    Decided,

    /// <summary>remains, still, continues.</summary>
    Remains,

    /// <summary>again, once more.</summary>
    Again,

    /// <summary>crossing, border, gate, checkpoint.</summary>
    Border,

    /// <summary>all crossings, every border point.</summary>
    AllBorders,

    /// <summary>Things that close and open beside a border: shops, schools, a case.</summary>
    Rival,

    /// <summary>trade, cargo, goods, import and export.</summary>
    Trade,

    /// <summary>trucks, lorries: cargo by its vehicles.</summary>
    Trucks,

    /// <summary>passengers, pedestrians, cars.</summary>
    People,

    /// <summary>all kinds of traffic, everybody.</summary>
    Everyone,

    /// <summary>only, exclusively.</summary>
    Only,

    /// <summary>except, apart from.</summary>
    Except,

    /// <summary>other, remaining: with a border noun beside it, not the crossing named last.</summary>
    Other,

    /// <summary>one way, in one direction.</summary>
    OneWay,

    /// <summary>stranded people, patients, returnees: a closed circle.</summary>
    Circle,

    /// <summary>reduced hours, by quota, partially.</summary>
    Partly,

    /// <summary>at night, from nine: of a closure the hours of every day; of an opening just when it was.</summary>
    Hours,

    /// <summary>onions, coal: some goods among all.</summary>
    Goods,

    /// <summary>said, told, announced, according to.</summary>
    Says,

    /// <summary>Offices: commissioner, ministry, customs.</summary>
    Official,

    /// <summary>sources, an official who asked not to be named.</summary>
    Unnamed,

    /// <summary>residents, witnesses, drivers.</summary>
    Witness,

    /// <summary>traders, chamber of commerce, clearing agents.</summary>
    Trader,

    /// <summary>reportedly, unconfirmed.</summary>
    Hearsay,

    Today,
    Tomorrow,

    /// <summary>next week, the coming days: some day ahead.</summary>
    Coming,

    Yesterday,

    /// <summary>ago.</summary>
    Ago,

    /// <summary>since, for the past.</summary>
    Since,

    /// <summary>until, till.</summary>
    Until,

    /// <summary>from, as of, starting.</summary>
    From,

    /// <summary>until further notice, indefinitely.</summary>
    Indefinitely,

    /// <summary>day, days.</summary>
    Day,

    /// <summary>hour, hours.</summary>
    Hour,

    /// <summary>week, month, year: longer spans.</summary>
    LongSpan,

    /// <summary>for the 13th day, enters second week: the state continues.</summary>
    DayCount,

    /// <summary>a.m., morning.</summary>
    Morning,

    /// <summary>p.m., evening, night.</summary>
    Evening,

    Midnight,

    /// <summary>"midnight on Thursday": the one that ends the day named.</summary>
    EndOfDay,

    /// <summary>noon, midday: 12:00, or the early afternoon beside a small number.</summary>
    Noon,

    /// <summary>area, district: with a place's name before it, the country around and not the crossing.</summary>
    Region,

    /// <summary>A few are let through, by the hour or the number: "one lorry an hour", "at a trickle".</summary>
    Trickle,

    /// <summary>it, they: takes up what was named last.</summary>
    Pronoun,

    /// <summary>into, towards: the country that follows is entered.</summary>
    Into,

    /// <summary>for, to: what follows (or, in other languages, precedes) is what the gate is open or closed for.</summary>
    For,

    /// <summary>everything else goes on: "as usual", "without change".</summary>
    Unaffected,

    /// <summary>near, towards: the place is named only for orientation.</summary>
    Near,

    /// <summary>in, inside: a town named after it (in other languages, before it) is where something happens, not what closes.</summary>
    In,

    /// <summary>the, its, two: right after a verb, opens what the verb is done to ("closed the market", "opened two more lanes").</summary>
    Determiner,

    /// <summary>a, another: one thing among many, whose stopping stops no traffic ("stopped a lorry").</summary>
    Indefinite,

    /// <summary>in, with, at: ends what a determiner opened.</summary>
    Preposition,

    /// <summary>every Friday, as a rule: what happens again and again is no news.</summary>
    Habit,
}
