using AlertWorker.Bot;

namespace AlertWorker.Channels;

public sealed class ChannelListTests : IAsyncLifetime
{
    private readonly RigOptions _options = new();
    private Rig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await Rig.Open(_options);

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public void Every_channel_is_in_the_list() =>
        Assert.Equal(
            Implementations<IChannel>(),
            _rig.Channels.All.Select(channel => channel.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_command_is_in_the_list() =>
        Assert.Equal(
            Implementations<IBotCommand>(),
            new CommandList(
                new BotParts(
                    null!,
                    null!,
                    null!,
                    null!,
                    null!,
                    null!,
                    null!,
                    new OperatorParts(null!, null!, null!, null!, null!),
                    TimeProvider.System
                )
            )
                .All.Select(command => command.GetType().Name)
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Implementations<T>() =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
}
