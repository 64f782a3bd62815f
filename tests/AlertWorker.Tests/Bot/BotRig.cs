using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.House;
using AlertWorker.Storage;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

/// <summary>The whole bot on a real store with the shipped crossings and wording, against a server that answers like the Bot API.</summary>
internal sealed class BotRig : IAsyncDisposable
{
    internal static readonly Lazy<WorkerConfiguration> Shipped = new(() =>
    {
        var reading = ConfigFolder.Read(
            Repository.Path("config"),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        return reading.Value ?? throw new ConfigException(reading.Faults);
    });

    private int _update = 1000;
    private readonly UpdateLoop _loop;
    private readonly LogCatcher<UpdateDesk> _logs;

    private BotRig(TelegramServer server, Rig rig, UpdateLoop loop, LogCatcher<UpdateDesk> logs) =>
        (Server, Rig, _loop, _logs) = (server, rig, loop, logs);

    public TelegramServer Server { get; }

    public Rig Rig { get; }

    public static async Task<BotRig> Start(RigOptions options, TelegramServer? server = null)
    {
        _ = Shipped.Value; // a fault in it is to be seen here
        server ??= await TelegramServer.Start();
        options.Use(server);
        options.Telegram = options.Telegram with { Operators = [777] };
        var rig = await Channels.Rig.Start(options);
        var world = new BotWorld(() =>
            Shipped.Value with
            {
                Settings = new Settings { Telegram = options.Telegram, DataDirectory = options.Folder },
            }
        );
        var time = TimeProvider.System;
        var memory = new UpdateMemory(new BotStateStore(rig.Database, time), rig.Parts);
        var conversation = Conversation(rig, memory, world);
        var logs = new LogCatcher<UpdateDesk>();
        var desk = new UpdateDesk(rig.Gate, conversation, new CommandMenu(rig.Gate, world), logs);
        var turns = new ChatTurns(time);
        var loop = new UpdateLoop(
            rig.Gate,
            desk,
            new WebhookDoor(
                rig.Gate,
                desk,
                new BotUpdateStore(rig.Database, time),
                turns,
                world,
                new LogCatcher<WebhookDoor>()
            ),
            memory,
            turns,
            new LogCatcher<UpdateLoop>()
        );
        await loop.StartAsync(CancellationToken.None);
        return new BotRig(server, rig, loop, logs);
    }

    /// <summary>Types something and gives back the bot's answer.</summary>
    public async Task<string> Ask(
        string text,
        long chat = 111,
        string language = "en",
        string type = "private",
        long? user = null
    )
    {
        var before = Server.Sends.Count(call => call.Chat == Text(chat));
        Type(text, chat, language, type, user);
        await Rig.Until(() =>
        {
            Assert.DoesNotMatch("Error:|Warning:", _logs.ToString());
            return Server.Sends.Count(call => call.Chat == Text(chat)) > before;
        });
        return TelegramMarkup.Read(Server.Sends.Last(call => call.Chat == Text(chat)).Text, "html")!;
    }

    /// <summary>Types something and waits for nothing.</summary>
    public void Type(
        string text,
        long chat = 111,
        string language = "en",
        string type = "private",
        long? user = null
    ) => Server.Update(Message(chat, language, type, user, new JsonObject { ["text"] = text }));

    public JsonObject Message(long chat, string language, string type, long? user, JsonObject content, int? id = null)
    {
        var update = id ?? Interlocked.Increment(ref _update);
        var message = new JsonObject
        {
            ["message_id"] = update,
            ["date"] = 1_700_000_000,
            ["from"] = new JsonObject
            {
                ["id"] = user ?? chat,
                ["is_bot"] = false,
                ["first_name"] = "x",
                ["language_code"] = language,
            },
            ["chat"] = new JsonObject
            {
                ["id"] = chat,
                ["type"] = type,
                ["title"] = "t",
            },
        };
        foreach (var (key, value) in content)
            message[key] = value!.DeepClone();
        return new JsonObject { ["update_id"] = update, ["message"] = message };
    }

    /// <summary>Presses a button under the last message of the chat, by what is written on it.</summary>
    public async Task<string> Press(string label, long chat = 111, long? user = null, long? inChat = null)
    {
        var call = Server.Calls.Last(c => Shown(c) && c.Chat == Text(chat) && c.Body["reply_markup"] is not null);
        var data = call.Body["reply_markup"]!["inline_keyboard"]!
            .AsArray()
            .SelectMany(row => row!.AsArray())
            .First(button => ((string)button!["text"]!).Contains(label, StringComparison.Ordinal))!["callback_data"]!;
        return await PressData((string)data!, inChat ?? chat, user);
    }

    /// <returns>The answer shown, or the text of the message edited or sent.</returns>
    public async Task<string> PressData(string data, long chat = 111, long? user = null)
    {
        var before = Server.Calls.Count(c => c.Method == "answerCallbackQuery");
        var shown = Server.Calls.Count(Shown);
        var id = Interlocked.Increment(ref _update);
        Server.Update(
            new JsonObject
            {
                ["update_id"] = id,
                ["callback_query"] = new JsonObject
                {
                    ["id"] = $"press{id}",
                    ["from"] = new JsonObject
                    {
                        ["id"] = user ?? chat,
                        ["is_bot"] = false,
                        ["first_name"] = "x",
                    },
                    ["chat_instance"] = "y",
                    ["data"] = data,
                    ["message"] = new JsonObject
                    {
                        ["message_id"] = 101,
                        ["date"] = 1_700_000_000,
                        ["chat"] = new JsonObject
                        {
                            ["id"] = chat,
                            ["type"] = chat < 0 ? "supergroup" : "private",
                            ["title"] = "t",
                        },
                        ["text"] = "x",
                    },
                },
            }
        );
        await Rig.Until(() => Server.Calls.Count(c => c.Method == "answerCallbackQuery") > before);
        if (Server.Calls.Last(c => c.Method == "answerCallbackQuery").Text is { Length: > 0 } word)
            return word;
        await Rig.Until(() => Server.Calls.Count(Shown) > shown);
        return TelegramMarkup.Read(Server.Calls.Last(Shown).Text, "html")!;
    }

    /// <summary>Has a crossing closed since an hour, by a named official's word.</summary>
    public Task Close(string crossing) =>
        Rig.Database.Write(transaction =>
            StatusStore.Save(
                transaction,
                [SomeStatus.Closed(Shipped.Value.Crossings[crossing], "the gate has been shut since the morning")],
                DateTimeOffset.UtcNow
            )
        );

    public async Task<Subscriber?> Person(long chat = 111) => await Rig.Subscribers.Find($"telegram:{chat}");

    public async ValueTask DisposeAsync()
    {
        await _loop.StopAsync(CancellationToken.None);
        _loop.Dispose();
        await Rig.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static Conversation Conversation(Rig rig, UpdateMemory memory, BotWorld world)
    {
        var time = TimeProvider.System;
        var people = new Subscriptions(rig.Subscribers, rig.Addresses);
        var history = new AlertStore(rig.Database);
        var alerts = new ChatAlerts(rig.Threads, history);
        var statuses = new StatusStore(rig.Database);
        var teller = new StatusTeller(world, time);
        var parts = new BotParts(
            world,
            people,
            statuses,
            teller,
            history,
            alerts,
            new OperatorPost(world, rig.Deliveries, rig.Signal, time),
            new OperatorParts(
                rig.Deliveries,
                new FeedStateStore(rig.Database),
                new Announcement(world, rig.Subscribers, rig.Deliveries, rig.Signal, time),
                new Withdrawal(
                    rig.Database,
                    rig.Deliveries,
                    rig.Signal,
                    new StatusCorrection(new StatusStore(rig.Database), world),
                    time
                ),
                new CaseFiles(world, new EntryStore(rig.Database), time)
            ),
            time
        );
        var commands = new CommandList(parts);
        var line = new BotLine(rig.Gate, memory, time);
        return new Conversation(
            commands,
            world,
            people,
            new ConversationParts(
                new ButtonPresses(commands, world, alerts),
                line,
                new InlineAnswers(world, people, statuses, teller, rig.Gate),
                new ChatFlood(time)
            )
        );
    }

    private static bool Shown(Call call) => call.Method is "sendMessage" or "editMessageText";

    private static string Text(long chat) => chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
