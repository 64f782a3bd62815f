using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>A server that answers like the Bot API: keeps every chat's messages, long-polls updates, and can be told to misbehave.</summary>
internal sealed class TelegramServer : IAsyncDisposable
{
    public const string Token = "123456:canary-token-AAAA";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Misbehaviour>> _next = new();
    private readonly List<JsonObject> _updates = [];
    private readonly List<JsonObject> _repeated = [];
    private readonly SemaphoreSlim _updated = new(0);
    private int _messageId = 100;
    private int _polling;

    private TelegramServer(WebApplication app) => _app = app;

    /// <summary>Every call, in order.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Messages as chats see them now: by chat, then message id.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<int, JsonObject>> Chats { get; } = new();

    /// <summary>Answers getChatMember: user id → status.</summary>
    public ConcurrentDictionary<long, string> Members { get; } = new();

    /// <summary>How often updates were asked for while another asked already: Telegram answers 409 then.</summary>
    public int Conflicts { get; private set; }

    public string Url => _app.Urls.First();

    public IEnumerable<Call> Sends => Calls.Where(call => call.Method == "sendMessage");

    public static async Task<TelegramServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new TelegramServer(app);
        app.MapPost("/bot{token}/{method}", server.Answer);
        await app.StartAsync();
        return server;
    }

    /// <summary>Asked before and after each effect; false cuts the connection there.</summary>
    public Func<bool> Lives { get; set; } = () => true;

    /// <summary>The next call for this chat misbehaves; for <c>getUpdates</c>, the next poll.</summary>
    public void Next(string chat, Misbehaviour misbehaviour) => _next.GetOrAdd(chat, _ => new()).Enqueue(misbehaviour);

    /// <summary>Hands out an update at the next poll.</summary>
    public void Update(JsonObject update)
    {
        lock (_updates)
            _updates.Add(update);
        _updated.Release();
    }

    /// <summary>Hands out an update once more, whatever offset was asked for.</summary>
    public void Repeat(JsonObject update)
    {
        lock (_repeated)
            _repeated.Add(update);
    }

    public IReadOnlyList<string> Texts(string chat) =>
        Chats.TryGetValue(chat, out var messages)
            ? [.. messages.OrderBy(m => m.Key).Select(m => (string)m.Value["text"]!)]
            : [];

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _updated.Dispose();
    }

    private async Task Answer(HttpContext context, string token, string method)
    {
        using var sent = new StreamReader(context.Request.Body);
        var text = await sent.ReadToEndAsync();
        var body = text.Length > 0 ? (JsonObject)JsonNode.Parse(text)! : [];
        var call = new Call(method, body);
        if (token != Token)
        {
            await Fail(context, 401, "Unauthorized");
            return;
        }
        if (
            method == "getUpdates"
            && _next.TryGetValue(method, out var refusals)
            && refusals.TryDequeue(out var refusal)
        )
        {
            await Fail(context, refusal.Code, refusal.Description);
            return;
        }
        if (method == "getUpdates")
        {
            await PollAlone(context, body);
            return;
        }
        Calls.Enqueue(call);
        var misbehaviour = _next.TryGetValue(call.Chat, out var queue) && queue.TryDequeue(out var m) ? m : null;
        if (misbehaviour is { Drop: true, AfterEffect: false } || !Lives())
        {
            context.Abort();
            return;
        }
        if (misbehaviour is { Page: { } page })
        {
            context.Response.StatusCode = misbehaviour.Code;
            await context.Response.WriteAsync(page);
            return;
        }
        if (misbehaviour is { Code: > 0 })
        {
            await Fail(context, misbehaviour.Code, misbehaviour.Description, misbehaviour.Parameters);
            return;
        }
        var (code, description, result) = Do(method, body, call.Chat);
        if (misbehaviour is { AfterEffect: true } || !Lives())
            context.Abort();
        else if (code != 200)
            await Fail(context, code, description);
        else
            await Reply(context, 200, new JsonObject { ["ok"] = true, ["result"] = result });
    }

    private (int Code, string Description, JsonNode? Result) Do(string method, JsonObject body, string chat)
    {
        var messages = Chats.GetOrAdd(chat, _ => new());
        switch (method)
        {
            case "sendMessage" or "editMessageText":
                var shown = TelegramMarkup.Read((string)body["text"]!, (string?)body["parse_mode"]);
                if (shown is null)
                    return (400, "Bad Request: can't parse entities: unsupported start tag", null);
                if (shown.Length is 0 or > 4096)
                    return (400, "Bad Request: message is too long", null);
                var id = method == "sendMessage" ? Interlocked.Increment(ref _messageId) : (int)body["message_id"]!;
                if (method == "editMessageText" && !messages.ContainsKey(id))
                    return (400, "Bad Request: message to edit not found", null);
                var stored = (JsonObject)body.DeepClone();
                stored["text"] = shown;
                messages[id] = stored;
                return (200, "", Message(id, chat, shown));
            case "getMe":
                return (
                    200,
                    "",
                    JsonNode.Parse("""{"id":123456,"is_bot":true,"first_name":"Alerts","username":"AlertWorkerBot"}""")
                );
            case "getChatMember":
                var user = (long)body["user_id"]!;
                return (
                    200,
                    "",
                    JsonNode.Parse(
                        $$"""{"status":"{{Members.GetValueOrDefault(user, "member")}}","user":{"id":{{user}},"is_bot":false,"first_name":"x"},"can_be_edited":false,"can_manage_chat":true,"is_anonymous":false,"can_delete_messages":true,"can_manage_video_chats":true,"can_restrict_members":true,"can_promote_members":true,"can_change_info":true,"can_invite_users":true,"can_post_stories":true,"can_edit_stories":true,"can_delete_stories":true}"""
                    )
                );
            default:
                return (200, "", JsonValue.Create(true));
        }
    }

    private static JsonObject Message(int id, string chat, string text) =>
        new()
        {
            ["message_id"] = id,
            ["date"] = 1_700_000_000,
            ["chat"] = new JsonObject
            {
                ["id"] = long.TryParse(chat, out var number) ? number : -1009,
                ["type"] = "private",
            },
            ["text"] = text,
        };

    private async Task PollAlone(HttpContext context, JsonObject body)
    {
        try
        {
            if (Interlocked.Increment(ref _polling) == 1)
                await Poll(context, body);
            else
            {
                Conflicts++;
                await Fail(context, 409, "Conflict: terminated by other getUpdates request");
            }
        }
        finally
        {
            Interlocked.Decrement(ref _polling);
        }
    }

    private async Task Poll(HttpContext context, JsonObject body)
    {
        var offset = (int?)body["offset"] ?? 0;
        var patience = TimeSpan.FromSeconds(Math.Min((int?)body["timeout"] ?? 0, 2));
        JsonObject[] ready;
        while ((ready = Ready(offset)).Length == 0 && await _updated.WaitAsync(patience, context.RequestAborted)) { }
        await Reply(context, 200, new JsonObject { ["ok"] = true, ["result"] = new JsonArray([.. ready]) });
    }

    private JsonObject[] Ready(int offset)
    {
        lock (_updates)
        {
            _updates.RemoveAll(update => (int)update["update_id"]! < offset);
            JsonObject[] ready =
            [
                .. _repeated.Concat(_updates).Take(100).Select(update => (JsonObject)update.DeepClone()),
            ];
            _repeated.Clear();
            return ready;
        }
    }

    private static Task Fail(HttpContext context, int code, string description, JsonObject? parameters = null)
    {
        var answer = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = code,
            ["description"] = description,
        };
        if (parameters is not null)
            answer["parameters"] = parameters.DeepClone();
        return Reply(context, code, answer);
    }

    private static async Task Reply(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(answer));
    }
}

/// <summary>One call of the Bot API.</summary>
internal sealed record Call(string Method, JsonObject Body)
{
    public string Chat => Body["chat_id"]?.ToString() ?? "";

    public string Text => (string?)Body["text"] ?? "";
}

/// <summary>How the next call goes wrong.</summary>
internal sealed record Misbehaviour(
    int Code = 0,
    string Description = "",
    JsonObject? Parameters = null,
    bool Drop = false,
    bool AfterEffect = false,
    string? Page = null
)
{
    public static Misbehaviour TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static Misbehaviour LostBefore { get; } = new(Drop: true);

    public static Misbehaviour LostAfter { get; } = new(Drop: true, AfterEffect: true);
}
