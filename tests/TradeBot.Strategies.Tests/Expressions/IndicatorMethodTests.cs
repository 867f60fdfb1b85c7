using System.Reflection;
using TradeBot.Indicators;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class IndicatorMethodTests
{
    private static readonly string[] Elsewhere = ["HIGHEST", "LOWEST", "SQUEEZE"]; // have methods of another shape

    private static readonly Dictionary<IndicatorDefinition, MethodInfo> Methods = typeof(Expressions)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.ReturnType == typeof(IndicatorSeries) && m.Name is not ("Indicator" or "Highest" or "Lowest"))
        .ToDictionary(m => Called(m, given: false).Definition ?? throw new InvalidOperationException($"{m.Name} calls no indicator."));

    [Fact]
    public void Every_entry_of_the_catalog_has_a_method()
    {
        Assert.Empty(IndicatorCatalog.All.Where(d => !d.Repaints && d.Family != IndicatorFamily.Own).Except(Methods.Keys).Select(d => d.Name).Except(Elsewhere));
    }

    [Fact]
    public void Parameters_come_in_the_order_of_the_catalog()
    {
        foreach ((IndicatorDefinition definition, MethodInfo method) in Methods)
        {
            IEnumerable<string> names = method.GetParameters().Where(p => p.ParameterType == typeof(Argument?)).Select(p => p.Name!.ToLowerInvariant());
            Assert.Equal(definition.Parameters.Select(p => p.Name), names);
            Assert.Equal(definition.Parameters.Select(p => p.Default), Called(method, given: true).Arguments.Select(a => a.Value));
        }
    }

    [Fact]
    public void Every_method_computes_what_the_catalog_computes()
    {
        MarketData.CandleSeries candles = MarketData.MarketGenerator.Single(600, seed: 9);
        foreach ((IndicatorDefinition definition, MethodInfo method) in Methods)
        {
            Indicator indicator = definition.With();
            double[][] expected = definition.Input == IndicatorInput.Pair
                ? indicator.Compute(candles.Close, candles.Volume)
                : indicator.Compute(candles);
            for (int output = 0; output < expected.Length; output++)
                Assert.Equal(expected[output], Called(method, given: false)[definition.Outputs[output].Name].Over(candles));
        }
    }

    [Fact]
    public void Arguments_before_the_last_given_take_their_defaults()
    {
        Assert.Equal("macd()", Macd().ToString());
        Assert.Equal("macd(12, 30)", Macd(slow: 30).ToString());
        Assert.Equal("ichimoku().leading_a", Ichimoku()["leading a"].ToString());
    }

    [Fact]
    public void An_indicator_of_several_outputs_needs_a_choice_unless_one_has_its_name()
    {
        Assert.Empty(ExpressionCheck.Faults(Macd()));
        Assert.Equal(
            "bollinger has several outputs: choose one, such as bollinger(...).lower, of lower, middle, upper",
            Assert.Single(ExpressionCheck.Faults(Bollinger(20, 2))).Message);
    }

    [Fact]
    public void A_repainting_indicator_is_refused_and_its_confirmed_form_named()
    {
        string message = Assert.Single(ExpressionCheck.Faults(Indicator("zigzag")["extreme"])).Message;
        Assert.StartsWith("zigzag repaints", message, StringComparison.Ordinal);
        Assert.EndsWith("czigzag gives confirmed values only", message, StringComparison.Ordinal);
        Assert.Empty(ExpressionCheck.Faults(ConfirmedZigZag()["pivot"]));
    }

    private static IndicatorSeries Called(MethodInfo method, bool given)
    {
        object?[] arguments = [.. method.GetParameters().Select(p => p.ParameterType == typeof(Series) ? (p.Name == "first" ? Close : Volume) : (object?)null)];
        var series = (IndicatorSeries)method.Invoke(null, arguments)!;
        if (!given || series.Definition is null)
            return series;

        int inputs = series.Inputs.Count;
        for (int i = inputs; i < arguments.Length; i++)
            arguments[i] = (Argument)series.Definition.Parameters[i - inputs].Default;
        return (IndicatorSeries)method.Invoke(null, arguments)!;
    }
}
