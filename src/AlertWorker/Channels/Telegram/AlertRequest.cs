using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;

namespace AlertWorker.Channels;

/// <summary>
/// <c>sendMessage</c> or <c>editMessageText</c> with the body written here: the client library's own one costs as much as the rest of a
/// send, because it looks through some forty properties of a message and its buttons for the few that are set.
/// </summary>
/// <param name="method">Name of the Bot API's method.</param>
internal sealed class AlertRequest(string method) : RequestBase<AlertRequest.Posted>(method)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public required TelegramAddress To { get; init; }

    public required JsonEncodedText Text { get; init; }

    /// <summary>False for plain text.</summary>
    public required bool IsMarkup { get; init; }

    /// <summary>Arrives without a sound; an edit never makes one.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The message it takes the place of; null for a new one.</summary>
    public int? Edited { get; init; }

    /// <summary>The message it answers to; null for none.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>One row of buttons; none without.</summary>
    public IReadOnlyList<AlertButton> Buttons { get; init; } = [];

    public override HttpContent ToHttpContent()
    {
        var body = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(body))
            Write(json);
        return new ReadOnlyMemoryContent(body.WrittenMemory) { Headers = { ContentType = Json } };
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (To.Number is { } chat)
            json.WriteNumber("chat_id"u8, chat);
        else
            json.WriteString("chat_id"u8, To.Chat);
        if (Edited is { } edited)
            json.WriteNumber("message_id"u8, edited);
        else if (To.Topic is { } topic)
            json.WriteNumber("message_thread_id"u8, topic);
        json.WriteString("text"u8, Text);
        if (IsMarkup)
            json.WriteString("parse_mode"u8, "HTML"u8);
        json.WriteStartObject("link_preview_options"u8);
        json.WriteBoolean("is_disabled"u8, true);
        json.WriteEndObject();
        if (IsQuiet)
            json.WriteBoolean("disable_notification"u8, true);
        if (ReplyTo is { } first)
        {
            json.WriteStartObject("reply_parameters"u8);
            json.WriteNumber("message_id"u8, first);
            json.WriteBoolean("allow_sending_without_reply"u8, true);
            json.WriteEndObject();
        }
        if (Buttons.Count > 0)
            WriteButtons(json);
        json.WriteEndObject();
    }

    private void WriteButtons(Utf8JsonWriter json)
    {
        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        json.WriteStartArray();
        foreach (var button in Buttons)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, button.Label);
            json.WriteString("callback_data"u8, button.Data);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What is worth knowing of the message that Telegram gives back.</summary>
    internal sealed record Posted([property: JsonPropertyName("message_id")] int Id);
}
