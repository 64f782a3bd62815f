using AlertWorker.Wordings;

namespace AlertWorker.Channels;

internal static class SomeMessage
{
    public static OutgoingMessage To(string address) =>
        new()
        {
            Id = "0123456789abcdef01234567",
            Address = address,
            Text = SomeAlert.In("en", SomeAlert.Closed),
            Alert = SomeAlert.Closed,
            Crossing = SomeAlert.Torkham,
        };
}
