using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TradeBot.Strategies;

/// <summary>Writes a strategy as a YAML document.</summary>
internal sealed class StrategyWriter
{
    private readonly Emitter _emitter;

    private StrategyWriter(TextWriter output) =>
        _emitter = new Emitter(output, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));

    public static string Write(StrategyDefinition definition)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var writer = new StrategyWriter(output);
        writer._emitter.Emit(new StreamStart());
        writer._emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        writer.Mapping(() => writer.Definition(definition));
        writer._emitter.Emit(new DocumentEnd(isImplicit: true));
        writer._emitter.Emit(new StreamEnd());
        return output.ToString();
    }

    private void Definition(StrategyDefinition definition)
    {
        Entry(DocumentKeys.Name, definition.Name);
        Entry(DocumentKeys.Source, definition.Source);
        On(definition.On);
        if (definition.Parameters.Count > 0)
        {
            Mapping(DocumentKeys.Parameters, () =>
            {
                foreach ((string name, double value) in definition.Parameters)
                    Entry(name, Number(value));
            });
        }

        if (definition.Constraints is [var only])
            Entry(DocumentKeys.Constraints, only);
        else if (definition.Constraints.Count > 1)
            List(DocumentKeys.Constraints, definition.Constraints.Select(c => c.ToString()));
        if (definition is RuleDefinition rule)
            Rule(rule);
        else
            Rotation((RotationDefinition)definition);
    }

    private void On(Universe on)
    {
        if (!on.IsMany && on.Symbols.Count == 1)
            Entry(DocumentKeys.Symbol, on.Symbols[0]);
        else if (on.IsMany && on.Symbols.Count == 0)
            Entry(DocumentKeys.Symbols, DocumentKeys.Every);
        else if (on.IsMany)
            List(DocumentKeys.Symbols, on.Symbols);
        Entry(DocumentKeys.Timeframe, on.Timeframe?.ToString());
    }

    private void Rule(RuleDefinition rule)
    {
        EntryRule(DocumentKeys.Long, rule.Long);
        EntryRule(DocumentKeys.Short, rule.Short);
        Entry(DocumentKeys.Exit, rule.Exit);
        Entry(DocumentKeys.ExitLong, rule.ExitLong);
        Entry(DocumentKeys.ExitShort, rule.ExitShort);
        Level(DocumentKeys.Stop, rule.Stop);
        Level(DocumentKeys.TakeProfit, rule.TakeProfit);
        Level(DocumentKeys.TrailingStop, rule.TrailingStop);
        if (rule.PartialTargets.Count > 0)
            Parts(rule.PartialTargets);
        Level(DocumentKeys.BreakEven, rule.BreakEven);
        Entry(DocumentKeys.TimeStop, rule.TimeStop);
        Entry(DocumentKeys.Cooldown, rule.Cooldown);
        if (rule.Pyramid is { } pyramid)
        {
            Mapping(DocumentKeys.Pyramid, () =>
            {
                Entry(DocumentKeys.When, pyramid.When);
                Entry(DocumentKeys.Size, Number(pyramid.Size));
                Entry(DocumentKeys.Times, Number(pyramid.Times));
            });
        }

        if (rule.Target is { } target)
            Target(target);
        Entry(DocumentKeys.Hedge, rule.Hedge);
    }

    private void EntryRule(string key, EntryRule? entry)
    {
        if (entry is null)
            return;
        if (entry.Size is ConstantSeries { Value: { Parameter: null, Value: 1 } })
        {
            Entry(key, entry.When);
            return;
        }

        Mapping(key, () =>
        {
            Entry(DocumentKeys.When, entry.When);
            Entry(DocumentKeys.Size, entry.Size);
        });
    }

    private void Parts(IReadOnlyList<PartialTargetRule> parts)
    {
        Scalar(DocumentKeys.PartialTargets);
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (PartialTargetRule part in parts)
        {
            Mapping(() =>
            {
                Entry(DocumentKeys.PartAt, part.At);
                Entry(DocumentKeys.Close, part.Close);
            });
        }

        _emitter.Emit(new SequenceEnd());
    }

    private void Level(string key, LevelRule? level) =>
        Entry(level?.Unit == LevelUnit.Price ? key + DocumentKeys.At : key, level);

    private void Target(TargetRule target)
    {
        if (target is { When: null, Tolerance: 0 })
        {
            Entry(DocumentKeys.Target, target.Exposure);
            return;
        }

        Mapping(DocumentKeys.Target, () =>
        {
            Entry(DocumentKeys.Exposure, target.Exposure);
            Entry(DocumentKeys.When, target.When);
            Entry(DocumentKeys.Tolerance, target.Tolerance == 0 ? null : Number(target.Tolerance));
        });
    }

    private void Rotation(RotationDefinition rotation) => Mapping(DocumentKeys.Rotate, () =>
    {
        Entry(DocumentKeys.Score, rotation.Score);
        Entry(DocumentKeys.Top, Number(rotation.Top));
        Entry(DocumentKeys.Bottom, rotation.Bottom == 0 ? null : Number(rotation.Bottom));
        Entry(DocumentKeys.When, rotation.When);
        Entry(DocumentKeys.Filter, rotation.Filter);
    });

    private static string Number(double value) => new Argument(value).ToString();

    private void Entry(string key, object? value)
    {
        if (value is null)
            return;
        Scalar(key);
        Scalar(value.ToString()!);
    }

    private void List(string key, IEnumerable<string> items)
    {
        Scalar(key);
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Flow));
        foreach (string item in items)
            Scalar(item);
        _emitter.Emit(new SequenceEnd());
    }

    private void Mapping(string key, Action content)
    {
        Scalar(key);
        Mapping(content);
    }

    private void Mapping(Action content)
    {
        _emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        content();
        _emitter.Emit(new MappingEnd());
    }

    private void Scalar(string text) => _emitter.Emit(new Scalar(text));
}
