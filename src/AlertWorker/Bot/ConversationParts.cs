namespace AlertWorker.Bot;

/// <summary>What a conversation goes through.</summary>
public sealed record ConversationParts(ButtonPresses Presses, BotLine Line, InlineAnswers Inline, ChatFlood Flood);
