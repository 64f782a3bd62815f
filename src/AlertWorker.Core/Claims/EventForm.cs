namespace AlertWorker.Claims;

/// <summary>Grammatical form of an event cue: how near it is to a fact.</summary>
public enum EventForm
{
    /// <summary>A finite past, perfect or passive: "was closed", "کھول دیا گیا". A fact unless a modifier says otherwise.</summary>
    Done,

    /// <summary>A state: "is closed", "مغلق".</summary>
    State,

    /// <summary>An earlier state continues: "remains closed", "تاحال بند".</summary>
    Remains,

    /// <summary>The contrary has not come: "has yet to reopen". The earlier state continues.</summary>
    NotYet,

    /// <summary>Future by its own form: "will reopen", "کھولا جائے گا".</summary>
    Plan,

    /// <summary>A verbal noun or infinitive: "closure of", "to close". A fact only when something in the clause makes it one.</summary>
    Noun,

    /// <summary>"to close": announced in a headline, a fact only when decided.</summary>
    Infinitive,

    /// <summary>Things go on as always: "open as usual". Says open, changes nothing.</summary>
    Usual,

    /// <summary>
    /// Traffic that passes: "cross", "get through", "be cleared". Says nothing by itself; negated it is a closure ("no lorry has been
    /// cleared"), with "again" a reopening.
    /// </summary>
    Flow,

    /// <summary>Background by its own form: "after being closed", "was often closed".</summary>
    Past,

    /// <summary>"had been closed": background, unless of today or yesterday, or shifted back by reported speech.</summary>
    Pluperfect,
}
