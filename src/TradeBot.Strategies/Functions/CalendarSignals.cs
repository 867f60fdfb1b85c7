using TradeBot.MarketData;
using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Calendar signals from the candle's open time, UTC.</summary>
internal static class CalendarSignals
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new KernelFunction()
        {
            Name = "time_between", Summary = "the candle opened at or after from and before to, UTC; across midnight when to is not later than from",
            IsCondition = true,
            Parameters = [new FunctionParameter("from", ParameterKind.Time), new FunctionParameter("to", ParameterKind.Time)],
            Kernel = o => Between(o.Feed, o.Arguments.Time(0), o.Arguments.Time(1)),
        },
        new KernelFunction()
        {
            Name = "weekday", Summary = "the candle opened on one of these days, UTC", IsCondition = true, Repeats = 1,
            Parameters = [new FunctionParameter("day", ParameterKind.Weekday)],
            Kernel = o => OnDays(o.Feed, o.Arguments),
        },
        NewPeriod("new_day", "the candle is the first of its UTC day", Timeframe.OneDay),
        NewPeriod("new_week", "the candle is the first of its week, which starts on Monday", Timeframe.OneWeek),
        NewPeriod("new_month", "the candle is the first of its month", Timeframe.OneMonth),
        new KernelFunction()
        {
            Name = "every", Summary = "true at the first candle and at every n-th after it", IsCondition = true,
            Parameters = [Count("n")],
            Kernel = o => new EveryNode(o.Arguments.Int(0)),
        },
    ];

    private static CalendarNode Between(FeedState feed, long from, long to) => new(feed, time =>
    {
        long now = time.TimeOfDay.Ticks / TimeSpan.TicksPerMillisecond;
        return KleeneLogic.Of(from < to ? now >= from && now < to : now >= from || now < to);
    });

    private static CalendarNode OnDays(FeedState feed, FunctionArguments arguments)
    {
        int days = 0;
        for (int i = 0; i < arguments.Count; i++)
            days |= 1 << (int)arguments.Weekday(i);
        return new CalendarNode(feed, time => KleeneLogic.Of((days & (1 << (int)time.DayOfWeek)) != 0));
    }

    private static Function NewPeriod(string name, string summary, Timeframe period) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = true, Parameters = [], Kernel = o => new NewPeriodNode(o.Feed, period),
    };
}
