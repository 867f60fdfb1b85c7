using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Conformance;

/// <summary>What holds for every entry of the catalog, tried with several of its parameter sets.</summary>
public class ConformanceTests
{
    public static TheoryData<string> Names => [.. IndicatorCatalog.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Streaming_and_batch_give_the_same_bits(string name)
    {
        foreach (Indicator indicator in Cases.Of(name))
        {
            Verify(Market.Usual);
            Verify(Market.WithUnknown(Market.Usual, 900, CandleFields.Prices | CandleFields.Volume));
            foreach (CandleSeries odd in Market.Adversarial.Values)
                Verify(odd);

            void Verify(CandleSeries candles) => Lines.AssertSame(Lines.Stream(indicator, candles), indicator.Compute(candles), indicator.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_series_may_be_anything_not_only_closes(string name)
    {
        if (IndicatorCatalog.Find(name).Input != IndicatorInput.Value)
            return;

        foreach (Indicator indicator in Cases.Of(name))
        {
            double[] volumes = Market.Usual.Volume.ToArray();
            double[][] batch = indicator.Compute(volumes);
            IValueStream stream = indicator.OpenOnValues();
            double[] row = new double[batch.Length];
            for (int i = 0; i < volumes.Length; i++)
            {
                stream.Update(volumes[i], row);
                Assert.All(row.Zip(batch), pair => Assert.True(Lines.Same(pair.First, pair.Second[i])));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Later_candles_change_nothing_earlier(string name)
    {
        const int Cut = 1000;
        foreach (Indicator indicator in Cases.Of(name))
        {
            double[][] known = indicator.Compute(Market.Usual.Slice(0, Cut));
            CandleSeries whole = Market.Usual;
            CandleSeries otherFuture = Market.WithUnknown(whole, Cut, CandleFields.Prices | CandleFields.Volume);
            Lines.AssertSame(known, Lines.Part(indicator.Compute(whole), 0, Cut), indicator.ToString());
            Lines.AssertSame(known, Lines.Part(indicator.Compute(otherFuture), 0, Cut), indicator.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_are_unknown_until_the_warm_up_and_known_from_then_on(string name)
    {
        foreach (Indicator indicator in Cases.Of(name))
        {
            Assert.True(indicator.WarmUp >= 1);
            double[][] columns = indicator.Compute(Market.Usual);
            foreach ((IndicatorOutput output, double[] column) in indicator.Definition.Outputs.Zip(columns))
            {
                Assert.All(column[..(indicator.WarmUp - 1)], x => Assert.True(double.IsNaN(x), $"{indicator} tells {output.Name} before its warm-up."));
                if (output.UndefinedWhen is null)
                    Assert.False(double.IsNaN(column[indicator.WarmUp - 1]), $"{indicator} has no {output.Name} after {indicator.WarmUp} candles.");
                Assert.Contains(column, double.IsFinite);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_keep_their_bounds_and_are_known_where_declared(string name)
    {
        foreach (Indicator indicator in Cases.Of(name))
        {
            foreach ((string market, CandleSeries candles) in Market.Adversarial.Append(new("usual", Market.Usual)))
            {
                foreach ((IndicatorOutput output, double[] column) in indicator.Definition.Outputs.Zip(indicator.Compute(candles)))
                {
                    for (int i = indicator.WarmUp - 1; i < column.Length; i++)
                        AssertWithin(output, column[i], $"{indicator}, {market}, candle {i}, {output.Name}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_unknown_input_does_what_is_declared(string name)
    {
        const int Position = 750;
        foreach (Indicator indicator in Cases.Of(name))
        {
            IndicatorDefinition definition = indicator.Definition;
            double[][] clean = indicator.Compute(Market.Usual);
            double[][] actual = indicator.Compute(Market.WithUnknown(Market.Usual, Position, definition.Fields));
            Assert.Contains(actual, column => column[Position..].Any(double.IsNaN));
            for (int k = 0; k < clean.Length; k++)
            {
                int settled = Math.Min(Position + indicator.WarmUp, clean[k].Length);
                for (int i = 0; i < settled; i++)
                    Assert.True(double.IsNaN(actual[k][i]) || Lines.Same(clean[k][i], actual[k][i]), $"{indicator}: candle {i} hides the NaN of candle {Position}.");
                if (definition.Unknown == NanPolicy.Spreads)
                    Assert.All(actual[k][settled..], x => Assert.True(double.IsNaN(x), $"{indicator} forgets a NaN."));
                else if (definition.Outputs[k].UndefinedWhen is null)
                    Assert.All(actual[k][settled..], x => Assert.False(double.IsNaN(x), $"{indicator} does not forget a NaN."));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gap_in_time_is_taken_for_none_unless_the_clock_is_read(string name)
    {
        if (IndicatorCatalog.Find(name).ReadsTime)
            return;

        foreach (Indicator indicator in Cases.Of(name))
            Lines.AssertSame(indicator.Compute(Market.Usual), indicator.Compute(Market.WithGap(Market.Usual, 777, 5000)), indicator.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_follow_the_scale_of_prices_and_volumes_as_declared(string name)
    {
        const double Scale = 1024;
        CandleSeries dearer = Market.Map(Market.Usual, x => x * Scale, x => x);
        CandleSeries busier = Market.Map(Market.Usual, x => x, x => x * Scale);
        foreach (Indicator indicator in Cases.Of(name))
        {
            Verify(indicator, dearer, output => output.PriceDegree is int degree ? Math.Pow(Scale, degree) : null);
            Verify(indicator, busier, output => output.VolumeDegree is int degree ? Math.Pow(Scale, degree) : null);
        }

        static void Verify(Indicator indicator, CandleSeries scaled, Func<IndicatorOutput, double?> law)
        {
            double[][] actual = indicator.Compute(scaled), unscaled = indicator.Compute(Market.Usual);
            for (int k = 0; k < actual.Length; k++)
            {
                if (law(indicator.Definition.Outputs[k]) is double factor)
                    Lines.AssertClose([.. unscaled[k].Select(x => x * factor)], actual[k], 1e-12 * factor * Size(unscaled[k]), $"{indicator} scaled");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_follow_a_shift_of_prices_as_declared(string name)
    {
        const double Shift = 64;
        CandleSeries shifted = Market.Map(Market.Usual, x => x + Shift, x => x);
        double price = Size(shifted.High.ToArray());
        foreach (Indicator indicator in Cases.Of(name))
        {
            double[][] actual = indicator.Compute(shifted), before = indicator.Compute(Market.Usual);
            foreach ((IndicatorOutput output, int k) in indicator.Definition.Outputs.Select((o, k) => (o, k)).Where(x => x.o.Shift != ShiftLaw.None))
            {
                double moved = output.Shift == ShiftLaw.Follows ? Shift : 0;
                double tolerance = output.PriceDegree == 1 ? 1e-9 * price : 1e-7 * Size(before[k]);
                Lines.AssertClose([.. before[k].Select(x => x + moved)], actual[k], tolerance, $"{indicator} shifted, {output.Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_copy_is_a_checkpoint_that_goes_its_own_way(string name)
    {
        foreach (Indicator indicator in Cases.Of(name))
        {
            double[][] expected = indicator.Compute(Market.Long);
            IIndicatorStream live = indicator.Open();
            int at = 0;
            foreach (int checkpoint in (int[])[3, indicator.WarmUp, 1000, 1001, 4095, 4096, 4097, 6000, 8191, 8900])
            {
                if (checkpoint < at)
                    continue;
                Lines.AssertSame(Lines.Part(expected, at, checkpoint - at), Lines.Stream(live, Market.Long, at, checkpoint - at), indicator.ToString());
                at = checkpoint;

                // One copy goes astray first, and must disturb neither a second one nor the original.
                IIndicatorStream astray = live.Copy(), second = live.Copy();
                Lines.Stream(astray, Market.Adversarial["alternating"], 0, 60);
                Lines.AssertSame(Lines.Part(expected, at, 60), Lines.Stream(second, Market.Long, at, 60), $"{indicator}, copied at {at}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_allocates_nothing_but_the_blocks_of_windows(string name)
    {
        const int Updates = 6000;
        const int BytesPerWindow = 16; // of a block that is four windows long or 32 KB, and holds what is new in three quarters
        foreach (Indicator indicator in Cases.Of(name))
        {
            IIndicatorStream stream = indicator.Open();
            Span<double> outputs = new double[indicator.Definition.Outputs.Count];
            for (int i = 0; i < 3000; i++)
                stream.Update(Market.Long[i], outputs);

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 3000; i < 3000 + Updates; i++)
                stream.Update(Market.Long[i], outputs);
            double perUpdate = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Updates;
            int windows = Cases.WindowsOf(indicator.Definition.Implementation);
            Assert.True(perUpdate <= BytesPerWindow * windows, $"{indicator} allocates {perUpdate:0.0} bytes per update with {windows} windows.");
        }
    }

    private static void AssertWithin(IndicatorOutput output, double value, string what)
    {
        if (double.IsNaN(value))
            Assert.True(output.UndefinedWhen is not null, $"{what} is unknown.");
        else
            Assert.True(double.IsFinite(value) && value >= output.Min && value <= output.Max, $"{what} is {value:R}, not in [{output.Min:R}, {output.Max:R}].");
    }

    private static double Size(double[] values) => values.Where(double.IsFinite).Max(Math.Abs);
}
