using System.Text.RegularExpressions;

namespace AlertWorker.House;

/// <summary>Data flows one way: a room names only rooms before it.</summary>
public sealed partial class ArrowTests
{
    private static readonly string[] Rooms =
    [
        "Entries",
        "Claims",
        "Crossings",
        "Alerts",
        "Configuration",
        "Storage",
        "Feeds",
        "Channels",
        "Bot",
        "Web",
        "Hosting",
        "Commands",
    ];

    public static TheoryData<string> SourceFiles => [.. Repository.Files("src", "*.cs")];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_room_names_only_rooms_before_it(string file)
    {
        var room = Array.IndexOf(Rooms, RoomOf(file));
        if (room < 0)
            return; // Program.cs: the table of contents

        foreach (Match named in RoomName().Matches(File.ReadAllText(Repository.Path(file))))
        {
            var other = Array.IndexOf(Rooms, named.Groups["room"].Value);
            Assert.True(other <= room, $"{file} names {named.Value}, a room after its own");
            Assert.False(
                Rooms[room] == "Channels" && named.Groups["room"].Value == "Feeds",
                $"{file}: Feeds and Channels never name each other"
            );
        }
    }

    private static string RoomOf(string file) => file.Split('/') is [_, _, var room, _, ..] ? room : "";

    [GeneratedRegex(@"\bAlertWorker\.(?<room>[A-Z]\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex RoomName();
}
