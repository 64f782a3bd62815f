using System.Globalization;

namespace AlertWorker.Entries;

public sealed class FeedDateTests
{
    private static readonly DateTimeOffset Now = new(2021, 7, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    // RFC 822 and what is made of it
    [InlineData("Fri, 16 Jul 2021 08:00:00 +0500", "2021-07-16T03:00:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 GMT", "2021-07-16T08:00:00")]
    [InlineData("16 Jul 21 08:00 EDT", "2021-07-16T12:00:00")]
    [InlineData("Fri,16 Jul 2021 08:00:00 Z", "2021-07-16T08:00:00")]
    [InlineData("Friday, July 16, 2021 - 3:07pm", "2021-07-16T15:07:00")]
    [InlineData("Fri, July 16, 2021, 11:12 PM EST", "2021-07-17T04:12:00")]
    [InlineData("Thurs, 15 Oct 2020 00:00:39 +0000", "2020-10-15T00:00:39")]
    [InlineData("Fri Jul 16 08:00:00 2021", "2021-07-16T08:00:00")]
    [InlineData("Fri Jul 16 08:00:00 +0200 2021", "2021-07-16T06:00:00")]
    [InlineData("16th July 2021", "2021-07-16T00:00:00")]
    [InlineData("Fri, 16 Jul 2021 12:30 a.m. UTC", "2021-07-16T00:30:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 GMT+0430", "2021-07-16T03:30:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 PKT", "2021-07-16T03:00:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 AFT", "2021-07-16T03:30:00")]
    [InlineData("Fri, 16 Jul 2021 24:00:00 +0500", "2021-07-16T19:00:00")]
    [InlineData("Fri, 16 Jul 2021 23:59:60 GMT", "2021-07-16T23:59:59")]
    [InlineData("July 2021", "2021-07-01T00:00:00")]
    // ISO 8601 and W3C-DTF
    [InlineData("2021-07-16T08:00:00.123456789+05:00", "2021-07-16T03:00:00")]
    [InlineData("2021-07-16 08:00:00-0020", "2021-07-16T08:20:00")]
    [InlineData("2021-07", "2021-07-01T00:00:00")]
    [InlineData("20210716T080000Z", "2021-07-16T08:00:00")]
    [InlineData("2021-197", "2021-07-16T00:00:00")]
    [InlineData("21-07-16", "2021-07-16T00:00:00")]
    [InlineData("20210716080000", "2021-07-16T08:00:00")]
    // numbers
    [InlineData("1626404400", "2021-07-16T03:00:00")]
    [InlineData("1626404400000", "2021-07-16T03:00:00")]
    [InlineData("16.07.21", "2021-07-16T00:00:00")]
    [InlineData("16/07/2021 08:00", "2021-07-16T08:00:00")]
    [InlineData("7/16/2021 3:05 PM", "2021-07-16T15:05:00")]
    [InlineData("2021/07/16 08:00:00 EST", "2021-07-16T13:00:00")]
    // other languages
    [InlineData("16 июля 2021 г., 08:00", "2021-07-16T08:00:00")]
    [InlineData("vendredi 16 juillet 2021", "2021-07-16T00:00:00")]
    [InlineData("mar., 13 juil. 2021 08:00:00 +0200", "2021-07-13T06:00:00")]
    [InlineData("16 de julio de 2021", "2021-07-16T00:00:00")]
    [InlineData("16 lipca 2021", "2021-07-16T00:00:00")]
    [InlineData("جمعہ، 16 جولائی 2021", "2021-07-16T00:00:00")]
    [InlineData("١٦ يوليو ٢٠٢١", "2021-07-16T00:00:00")]
    [InlineData("2021년 07월 16일 08:00:00", "2021-07-16T08:00:00")]
    [InlineData("2021年7月16日", "2021-07-16T00:00:00")]
    [InlineData("Παρ, 16 Ιούλ 2021 12:00:00 EST", "2021-07-16T17:00:00")]
    // other calendars
    [InlineData("1400/04/25", "2021-07-16T00:00:00")]
    [InlineData("۲۵ تیر ۱۴۰۰", "2021-07-16T00:00:00")]
    [InlineData("25 سرطان 1400", "2021-07-16T00:00:00")]
    [InlineData("1400-04-25T08:00:00+04:30", "2021-07-16T03:30:00")]
    [InlineData("32 असार 2078", null)]
    [InlineData("1 साउन 2078", "2021-07-16T00:00:00")]
    [InlineData("2078-04-01", "2021-07-16T00:00:00")]
    [InlineData("16 กรกฎาคม 2564", "2021-07-16T00:00:00")]
    [InlineData("16 ก.ค. 2564", "2021-07-16T00:00:00")]
    // nothing to be trusted
    [InlineData("Fri, 30 Feb 2021 08:00:00 GMT", null)]
    [InlineData("Fri, 16 Jul 2021 08:00:00 +2500", null)]
    [InlineData("Fri, 16 Jul 2021 08:00:00 +05:zz", null)]
    [InlineData("Fri, 16 Jul 2021 1:2:3:4 GMT", null)]
    [InlineData("Fri, 16 Jul 1971 08:00:00 GMT", null)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -0100", null)]
    [InlineData("Thu, 22 Jul 2021 00:00:01 GMT", null)]
    [InlineData("-0044-03-15T00:00:00Z", null)]
    [InlineData("10000-01-01T00:00:00Z", null)]
    [InlineData("now", null)]
    [InlineData("0", null)]
    [InlineData("99999999999999999999999999999999", null)]
    public void A_date_is_read_or_refused(string text, string? expected)
    {
        var date = FeedDate.Read(text, TimeZoneInfo.Utc, Now, out var doubt);

        Assert.Equal(expected, date?.ToString("s", CultureInfo.InvariantCulture));
        Assert.Equal(expected is null, doubt is not null);
    }

    [Theory]
    [InlineData("Fri, 16 Jul 2021 08:00:00", "Asia/Karachi", "2021-07-16T03:00:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 -0000", "Asia/Kabul", "2021-07-16T03:30:00")]
    [InlineData("2021-07-16 08:00", "Europe/Warsaw", "2021-07-16T06:00:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 IST", "Asia/Kolkata", "2021-07-16T02:30:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 IST", "Asia/Jerusalem", "2021-07-16T06:00:00")]
    [InlineData("Fri, 16 Jul 2021 08:00:00 IST", "Europe/Dublin", "2021-07-16T07:00:00")]
    public void What_a_date_leaves_open_the_zone_of_the_feed_decides(string text, string zone, string expected)
    {
        var date = FeedDate.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone), Now, out _);

        Assert.Equal(expected, date?.ToString("s", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void No_text_is_no_doubt()
    {
        Assert.Null(FeedDate.Read("  ", TimeZoneInfo.Utc, Now, out var doubt));
        Assert.Null(doubt);
    }
}
