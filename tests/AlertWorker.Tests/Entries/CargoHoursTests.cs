using System.Globalization;
using System.Text.Json;

namespace AlertWorker.Entries;

/// <summary>Commercial lanes that are closed because their own hours are over are no incident (notices as US ports word them).</summary>
public sealed class CargoHoursTests
{
    [Theory]
    [InlineData("CARGO Mon-FRI 6 am to 4 pm. SAT/SUN CLOSED.", "7/16/2021 15:05", "Closed")] // a Friday
    [InlineData("CARGO Mon-FRI 6 am to 4 pm. SAT/SUN CLOSED.", "7/16/2021 16:30", "OutsideHours")]
    [InlineData("CARGO Mon-FRI 6 am to 4 pm. SAT/SUN CLOSED.", "7/17/2021 12:00", "OutsideHours")]
    [InlineData("CARGO Mon-FRI 6 am to Midnight. SAT 8 am to 4 pm. Tune to AM 1610.", "7/16/2021 23:30", "Closed")]
    [InlineData(
        "CARGO Mon-FRI 6 am to Midnight. SAT 8 am to 4 pm. Tune to AM 1610.",
        "7/17/2021 17:00",
        "OutsideHours"
    )]
    [InlineData(
        "CARGO Mon-FRI 6 am to Midnight. SAT 8 am to 4 pm. Tune to AM 1610.",
        "7/18/2021 09:00",
        "OutsideHours"
    )]
    [InlineData("Passenger Hrs 24 hours/7days, GATE CARGO Mon-FRI 6 am to 4 pm.", "7/16/2021 18:00", "OutsideHours")]
    [InlineData("Cargo hours 6AM-10PM M-F; 8AM-2PM Sat", "7/16/2021 22:30", "OutsideHours")]
    [InlineData("Cargo hours 6AM-10PM M-F; 8AM-2PM Sat", "7/16/2021 12:00", "Closed")]
    [InlineData("Commercial lanes are open daily from 7:30 a.m. to 5:45 p.m.", "7/16/2021 17:50", "OutsideHours")]
    [InlineData("Commercial lanes are open daily from 7:30 a.m. to 5:45 p.m.", "7/16/2021 17:40", "Closed")]
    [InlineData("Commercial 8-11am weekdays. Ready lanes 1 pm-5 pm.", "7/16/2021 14:00", "OutsideHours")]
    [InlineData("Passenger hours Mon-Fri 6:00AM to Midnight.", "7/16/2021 03:00", "Closed")]
    [InlineData("Cargo processing is slow because of construction.", "7/16/2021 03:00", "Closed")]
    [InlineData("", "7/16/2021 03:00", "Closed")]
    public void Closed_commercial_lanes_are_held_against_the_hours_in_the_notice(
        string notice,
        string local,
        string expected
    )
    {
        var at = DateTime.Parse(local, CultureInfo.InvariantCulture);
        var document = FeedReader.Read(
            JsonSerializer.SerializeToUtf8Bytes(
                new[]
                {
                    new
                    {
                        port_number = "250402",
                        port_name = "Gate",
                        crossing_name = "",
                        hours = "24 hrs/day",
                        date = at.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
                        time = at.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                        port_status = "Open",
                        commercial_vehicle_lanes = new
                        {
                            standard_lanes = new
                            {
                                update_time = "At 3:00 pm MDT",
                                operational_status = "Lanes Closed",
                            },
                        },
                        construction_notice = notice,
                    },
                }
            ),
            new FeedHints { Now = new DateTimeOffset(at, TimeSpan.FromHours(-6)) }
        );

        var reading = Assert.Single(Assert.Single(document.Entries).Readings);
        Assert.Equal(expected, reading.State.ToString());
        Assert.True(reading.Cargo);
    }
}
