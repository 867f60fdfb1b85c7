using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests;

/// <summary>What every indicator promises; each indicator's tests call it with its own instance.</summary>
internal static class IndicatorContract
{
    public static void Verify<TIn, TOut>(Func<IIndicator<TIn, TOut>> create, TIn[] inputs, Func<TOut, double[]> outputs)
        where TIn : struct
        where TOut : struct
    {
        Declared_warm_up_is_exact(create(), inputs, outputs);
        A_copy_is_a_checkpoint(create(), inputs, outputs);
        Later_values_change_nothing_earlier(create, inputs, outputs);
    }

    public static double[] Prices(int count, int seed)
    {
        var random = new Random(seed);
        double[] prices = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++)
            prices[i] = price *= 1 + 0.02 * (random.NextDouble() - 0.5);
        return prices;
    }

    public static Candle[] Candles(int count, int seed)
    {
        double[] prices = Prices(count + 1, seed);
        var random = new Random(seed + 1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double open = prices[i], close = prices[i + 1];
            return new Candle(
                DateTime.UnixEpoch.AddMinutes(i), open, Math.Max(open, close) + random.NextDouble(),
                Math.Min(open, close) - random.NextDouble(), close, 1 + random.NextDouble());
        })];
    }

    private static void Declared_warm_up_is_exact<TIn, TOut>(IIndicator<TIn, TOut> indicator, TIn[] inputs, Func<TOut, double[]> outputs)
        where TIn : struct
        where TOut : struct
    {
        int warmUp = indicator.WarmUp;
        Assert.True(warmUp < inputs.Length, "The inputs must outlast the warm-up.");
        for (int i = 0; i < inputs.Length; i++)
        {
            double[] actual = outputs(indicator.Update(inputs[i]));
            Assert.All(actual, x => Assert.Equal(i < warmUp - 1, double.IsNaN(x)));
        }
    }

    private static void A_copy_is_a_checkpoint<TIn, TOut>(IIndicator<TIn, TOut> original, TIn[] inputs, Func<TOut, double[]> outputs)
        where TIn : struct
        where TOut : struct
    {
        int half = inputs.Length / 2;
        foreach (TIn input in inputs[..half])
            original.Update(input);

        // A boxed struct is copied by unboxing: reflection reaches it without naming the type.
        var copy = (IIndicator<TIn, TOut>)CloneBox(original);
        double[][] expected = [.. inputs[half..].Select(x => outputs(original.Update(x)))];
        double[][] actual = [.. inputs[half..].Select(x => outputs(copy.Update(x)))];
        Assert.Equal(expected, actual);
    }

    private static void Later_values_change_nothing_earlier<TIn, TOut>(
        Func<IIndicator<TIn, TOut>> create, TIn[] inputs, Func<TOut, double[]> outputs)
        where TIn : struct
        where TOut : struct
    {
        IIndicator<TIn, TOut> whole = create();
        double[][] full = [.. inputs.Select(x => outputs(whole.Update(x)))];
        int cut = inputs.Length * 2 / 3;
        IIndicator<TIn, TOut> truncated = create();
        Assert.Equal(full[..cut], inputs[..cut].Select(x => outputs(truncated.Update(x))));
    }

    private static object CloneBox(object box) =>
        typeof(object).GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(box, null)!;
}
