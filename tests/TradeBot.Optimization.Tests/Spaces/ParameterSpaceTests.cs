using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Optimization.Tests;

public class ParameterSpaceTests
{
    private static readonly Parameter[] Kinds =
    [
        new IntParameter("int", -3, 7, 2), new IntParameter("log int", 1, 900, logarithmic: true), new FloatParameter("float", -1, 2),
        new FloatParameter("step", 0.1, 0.9, 0.1), new FloatParameter("log", 1e-4, 10, logarithmic: true), new ChoiceParameter("choice", ["a", "b", "c"]),
    ];

    [Fact]
    public void A_value_lies_at_a_fraction_that_gives_it_back() => Prop.ForAll(
        Gen.Choose(0, 1 << 20).Select(i => i / (double)((1 << 20) + 1)).ToArbitrary(),
        fraction => Kinds.All(parameter =>
        {
            ParameterValue value = parameter.AtFraction(fraction), back = parameter.AtFraction(parameter.FractionOf(value));
            return parameter.Count is null && parameter is FloatParameter
                ? Math.Abs(back.ToDouble() - value.ToDouble()) <= 1e-12 * Math.Abs(value.ToDouble()) + 1e-15
                : back == value;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_outside_the_range_has_no_fraction()
    {
        Assert.Throws<ArgumentException>(() => Kinds[0].FractionOf(-2)); // −3, −1, 1 … only
        Assert.Throws<ArgumentException>(() => Kinds[2].FractionOf(2.1));
        Assert.Throws<ArgumentException>(() => Kinds[5].FractionOf("d"));
        Assert.Throws<ArgumentException>(() => Kinds[5].FractionOf(1));
    }

    [Fact]
    public void Whole_numbers_on_a_logarithmic_scale_are_drawn_by_factor()
    {
        var parameter = new IntParameter("n", 1, 99, logarithmic: true);

        // 1…9 take as much of the range as 10…99: log 10 of log 100.
        Assert.Equal(9, (int)parameter.AtFraction(0.4999));
        Assert.Equal(10, (int)parameter.AtFraction(0.5001));
        Assert.Equal("n: 1..99 log", parameter.ToString());
        Assert.Throws<ArgumentException>(() => new IntParameter("n", 0, 9, logarithmic: true));
    }

    [Fact]
    public void A_parameter_is_there_only_under_its_condition()
    {
        StudyResult result = Study.Named("exits", seed: 1)
            .Choice("exit", "stop", "none")
            .When(p => p["exit"] == "stop", s => s.Int("distance", 1..2).When(p => p["distance"] == 2, t => t.Choice("trail", "yes", "no")))
            .Int("size", 1..2)
            .Minimize((int value) => value)
            .Grid(p => p["size"]);

        Assert.Equal(
            [
                "exit=stop, distance=1, size=1", "exit=stop, distance=1, size=2",
                "exit=stop, distance=2, trail=yes, size=1", "exit=stop, distance=2, trail=yes, size=2",
                "exit=stop, distance=2, trail=no, size=1", "exit=stop, distance=2, trail=no, size=2",
                "exit=none, size=1", "exit=none, size=2",
            ],
            result.Trials.Select(t => t.Parameters.ToString()));
        Assert.Equal([1, 2], result.Heatmap("distance", "size").X.Select(x => (int)x));
    }

    [Fact]
    public void Fractions_of_a_set_are_unknown_where_it_lacks_a_parameter()
    {
        ParameterSpace space = ParameterSpace.Empty.With(new IntParameter("n", 0, 3)).With(new IntParameter("m", 0, 1), p => p["n"] > 2);

        Assert.Equal([0.375, double.NaN], space.FractionsOf(space.SetOf([1, 0])));
        Assert.Equal([0.875, 0.75], space.FractionsOf(space.SetOf([3, 1])));
        Assert.Equal("n: 0..3; m: 0..1 (at times)", space.ToString());
    }
}
