namespace AlertWorker.Commands.Evaluation;

internal enum FindingKind
{
    Right,
    Missed,
    FalseAlarm,
    ScheduledRight,
    ScheduledMissed,
}
