namespace AlertWorker.Bot;

/// <summary>A button that does something in the chat it is shown in.</summary>
/// <param name="Label">What is on it.</param>
/// <param name="Verb">What it does: one of <see cref="Verbs"/>.</param>
/// <param name="Argument">What it does it to.</param>
public sealed record BotButton(string Label, char Verb, string Argument);
