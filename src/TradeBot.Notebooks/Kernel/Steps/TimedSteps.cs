using System.Diagnostics;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>How long the steps after a <c>#!time</c> take.</summary>
internal sealed class TimedSteps
{
    public const string Magic = "time";

    private readonly long _start = Stopwatch.GetTimestamp();

    public object Report()
    {
        double milliseconds = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        return string.Create(CultureInfo.InvariantCulture, $"Wall time: {milliseconds:0.###} ms");
    }
}
