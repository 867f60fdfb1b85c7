using TradeBot.MarketData;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TradeBot.Strategies;

/// <summary>Reads a strategy from a YAML document and reports all its faults.</summary>
internal sealed class StrategyReader
{
    private static readonly Condition UnreadCondition = new PriceSeries(PriceField.Close) > 0;
    private static readonly Condition UnreadConstraint = new ConstantSeries(1) > 0;

    private readonly DocumentText _text;
    private readonly List<StrategyFault> _faults = [];
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly Dictionary<string, SourcePositions> _places = [];
    private readonly Dictionary<string, double> _parameters = [];

    private StrategyReader(string yaml) => _text = new DocumentText(yaml);

    /// <summary>The definition; usable only when there are no faults.</summary>
    public static (StrategyDefinition? Definition, IReadOnlyList<StrategyFault> Faults) Read(string yaml)
    {
        var reader = new StrategyReader(yaml);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            StrategyDefinition? definition = reader.Document(stream);
            if (definition is not null)
                reader.Check(definition);
            return (definition, [.. reader._faults.OrderBy(f => (f.Line, f.Column))]);
        }
        catch (YamlException error)
        {
            return (null, [new StrategyFault("document", error.Message, (int)error.Start.Line, (int)error.Start.Column)]);
        }
    }

    private StrategyDefinition? Document(YamlStream stream)
    {
        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
        {
            DocumentPart part = Part(root, "", null);
            Parameters(part);
            return part.Has(DocumentKeys.Rotate) ? Rotation(part) : Rule(part);
        }

        _faults.Add(new StrategyFault("document", "must be one mapping, such as 'long: close > sma(200)'", 1, 1));
        return null;
    }

    private void Check(StrategyDefinition definition)
    {
        foreach ((string place, Expression? part, string message) in StrategyCheck.Faults(definition))
            Add(place, part, message, isWarning: false);
        if (_faults.Count > 0)
            return; // look for contradictions only in what can be read
        foreach ((string place, SourcePositions places) in _places.Where(p => p.Value.Note is not null))
            Add(place, null, places.Note!, isWarning: true);
        foreach ((string place, Expression part, string message) in StrategyCheck.Warnings(definition))
            Add(place, part, message, isWarning: true);
    }

    private void Add(string place, Expression? part, string message, bool isWarning)
    {
        int offset = part is not null && _places.TryGetValue(place, out SourcePositions? places) ? places.Of(part) : 0;
        (int line, int column) = Find(place, offset);
        _faults.Add(new StrategyFault(place, message, line, column) { IsWarning = isWarning });
    }

    private (int Line, int Column) Find(string place, int offset) => _values.GetValueOrDefault(place) switch
    {
        YamlScalarNode scalar => _text.Find(scalar, offset),
        { } node => ((int)node.Start.Line, (int)node.Start.Column),
        null when place.LastIndexOf(' ') is > 0 and var end => Find(place[..end], 0),
        null => (1, 1),
    };

    private RuleDefinition Rule(DocumentPart part)
    {
        part.Allow(DocumentKeys.OfRule);
        return new RuleDefinition
        {
            Name = part.Text(DocumentKeys.Name),
            Source = part.Text(DocumentKeys.Source),
            On = On(part),
            Parameters = [.. _parameters],
            Constraints = Constraints(part),
            Long = Entry(part, DocumentKeys.Long),
            Short = Entry(part, DocumentKeys.Short),
            Exit = Condition(part, DocumentKeys.Exit, "exit when"),
            ExitLong = Condition(part, DocumentKeys.ExitLong, "exit long when"),
            ExitShort = Condition(part, DocumentKeys.ExitShort, "exit short when"),
            Stop = Level(part, DocumentKeys.Stop),
            TakeProfit = Level(part, DocumentKeys.TakeProfit),
            TrailingStop = Level(part, DocumentKeys.TrailingStop),
            PartialTargets = Parts(part),
            BreakEven = Level(part, DocumentKeys.BreakEven),
            TimeStop = Number(part, DocumentKeys.TimeStop),
            Cooldown = Number(part, DocumentKeys.Cooldown),
            Pyramid = Pyramid(part),
            Target = Target(part),
            Hedge = part.Text(DocumentKeys.Hedge),
        };
    }

    private RotationDefinition Rotation(DocumentPart part)
    {
        part.Allow(DocumentKeys.OfRotation);
        DocumentPart? rotate = part.Mapping(DocumentKeys.Rotate, [DocumentKeys.Score, DocumentKeys.Top, DocumentKeys.Bottom, DocumentKeys.When, DocumentKeys.Filter]);
        Universe on = On(part);
        return new RotationDefinition
        {
            Name = part.Text(DocumentKeys.Name),
            Source = part.Text(DocumentKeys.Source),
            On = on == Universe.Any ? Universe.Every : on,
            Parameters = [.. _parameters],
            Constraints = Constraints(part),
            Score = (rotate is null ? null : RequiredSeries(rotate, DocumentKeys.Score, "rotate score")) ?? 0,
            Top = (int)(rotate is null ? 1 : Number(rotate, DocumentKeys.Top)?.Value ?? 1),
            Bottom = (int)(rotate is null ? 0 : Number(rotate, DocumentKeys.Bottom)?.Value ?? 0),
            When = rotate is null ? null : Condition(rotate, DocumentKeys.When, "rotate when"),
            Filter = rotate is null ? null : Condition(rotate, DocumentKeys.Filter, "rotate filter"),
        };
    }

    private Universe On(DocumentPart part)
    {
        Timeframe? timeframe = null;
        if (part.Text(DocumentKeys.Timeframe) is { } text)
        {
            if (Timeframe.TryParse(text, out Timeframe known))
                timeframe = known;
            else
                part.Fault(DocumentKeys.Timeframe, $"'{text}' is not a timeframe; accepted is {Timeframe.Accepted}");
        }

        bool isMany = part.Has(DocumentKeys.Symbols);
        if (isMany && part.Has(DocumentKeys.Symbol))
            part.Fault(DocumentKeys.Symbols, "cannot be combined with symbol; give one of the two");
        IReadOnlyList<string> symbols = part.List(isMany ? DocumentKeys.Symbols : DocumentKeys.Symbol);
        if (isMany && symbols is [DocumentKeys.Every])
            symbols = [];
        if (symbols.Count > 0 && !part.Has(DocumentKeys.Timeframe))
            part.Fault(isMany ? DocumentKeys.Symbols : DocumentKeys.Symbol, "also needs a timeframe");
        if (symbols.Count == 0 && timeframe is not null)
            part.Fault(DocumentKeys.Timeframe, "also needs a symbol; without both the strategy runs on the data of the run");
        return new Universe(symbols, timeframe, isMany);
    }

    private void Parameters(DocumentPart part)
    {
        DocumentPart? parameters = part.Mapping(DocumentKeys.Parameters, null);
        foreach (string name in parameters?.Keys ?? [])
        {
            _values[$"parameter {name}"] = parameters!.Node(name)!;
            _parameters[name] = parameters.Number(name) ?? 1; // an unreadable one is reported and replaced by a placeholder
        }
    }

    /// <summary>One constraint or a list of them.</summary>
    private Condition[] Constraints(DocumentPart part)
    {
        YamlNode? node = part.Node(DocumentKeys.Constraints);
        YamlNode[] nodes = node is YamlSequenceNode list ? [.. list.Children] : node is null ? [] : [node];
        if (nodes.Any(n => n is not YamlScalarNode { Value.Length: > 0 }))
        {
            part.Fault(DocumentKeys.Constraints, "must be a condition on parameters, such as fast < slow, or a list of them");
            return [];
        }

        return [.. nodes.Select((n, i) => Expression((YamlScalarNode)n, ParameterConstraints.PlaceOf(i), ExpressionParser.Condition, UnreadConstraint))];
    }

    private EntryRule? Entry(DocumentPart part, string key)
    {
        if (part.Node(key) is not YamlMappingNode)
            return Condition(part, key, key + " when") is { } when ? new EntryRule(when, 1) : null;
        DocumentPart entry = part.Mapping(key, [DocumentKeys.When, DocumentKeys.Size])!;
        return new EntryRule(
            RequiredCondition(entry, DocumentKeys.When, key + " when"), SeriesOf(entry, DocumentKeys.Size, key + " size") ?? 1);
    }

    private PartialTargetRule[] Parts(DocumentPart part)
    {
        YamlNode? node = part.Node(DocumentKeys.PartialTargets);
        YamlNode[] nodes = node is YamlSequenceNode list ? [.. list.Children] : node is null ? [] : [node];
        if (node is not null)
            _values[DocumentKeys.PartialTargets] = node;
        if (node is not null && (nodes.Length == 0 || nodes.Any(n => n is not YamlMappingNode)))
        {
            part.Fault(DocumentKeys.PartialTargets, "must be a list of targets, each with at and close, such as '- {at: 2%, close: 0.5}'");
            return [];
        }

        return [.. nodes.Select((n, i) => PartialTarget((YamlMappingNode)n, RuleFaults.PlaceOf(i)))];
    }

    private PartialTargetRule PartialTarget(YamlMappingNode node, string place)
    {
        DocumentPart target = Part(node, place, [DocumentKeys.PartAt, DocumentKeys.Close]);
        foreach (string key in (string[])[DocumentKeys.PartAt, DocumentKeys.Close])
        {
            if (!target.Has(key))
                target.Fault(key, "is missing");
        }

        return new PartialTargetRule(Level(target, DocumentKeys.PartAt, place) ?? 1.0, Share(target) ?? 1);
    }

    /// <summary>A fraction of the position, as a number, a percentage or a parameter.</summary>
    private Argument? Share(DocumentPart target) =>
        target.Text(DocumentKeys.Close) is { } text && text.EndsWith('%') && decimal.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out decimal percent)
            ? new Argument((double)(percent / 100))
            : Number(target, DocumentKeys.Close);

    private LevelRule? Level(DocumentPart part, string key) => Level(part, key, key);

    private LevelRule? Level(DocumentPart part, string key, string place)
    {
        if (part.Has(key) && part.Has(key + DocumentKeys.At))
            part.Fault(key + DocumentKeys.At, $"cannot be combined with {key}; give one of the two");
        if (SeriesOf(part, key + DocumentKeys.At, place) is { } price)
            return new LevelRule(LevelUnit.Price, price);
        if (part.Text(key) is not { } text || !text.EndsWith('%'))
            return SeriesOf(part, key, place) is { } distance ? new LevelRule(LevelUnit.Distance, distance) : null;

        _values[place] = part.Node(key)!;
        if (decimal.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out decimal percent))
            return new LevelRule(LevelUnit.Fraction, (double)(percent / 100));
        part.Fault(key, $"'{text}' is not a percentage such as 2%");
        return null;
    }

    private PyramidRule? Pyramid(DocumentPart part)
    {
        if (part.Mapping(DocumentKeys.Pyramid, [DocumentKeys.When, DocumentKeys.Size, DocumentKeys.Times]) is not { } pyramid)
            return null;
        _values["pyramid"] = part.Node(DocumentKeys.Pyramid)!;
        return new PyramidRule(
            RequiredCondition(pyramid, DocumentKeys.When, "pyramid when"),
            Number(pyramid, DocumentKeys.Size)?.Value ?? 1,
            (int)(Number(pyramid, DocumentKeys.Times)?.Value ?? 1));
    }

    private TargetRule? Target(DocumentPart part)
    {
        if (part.Node(DocumentKeys.Target) is not YamlMappingNode)
            return SeriesOf(part, DocumentKeys.Target, "target exposure") is { } exposure ? new TargetRule(exposure) : null;
        DocumentPart target = part.Mapping(DocumentKeys.Target, [DocumentKeys.Exposure, DocumentKeys.When, DocumentKeys.Tolerance])!;
        return new TargetRule(
            RequiredSeries(target, DocumentKeys.Exposure, "target exposure") ?? 0,
            Condition(target, DocumentKeys.When, "target when"),
            Number(target, DocumentKeys.Tolerance)?.Value ?? 0);
    }

    private Argument? Number(DocumentPart part, string key)
    {
        if (part.Text(key) is { } text && _parameters.TryGetValue(text, out double value))
            return new Argument(value, text);
        return part.Number(key) is { } number ? new Argument(number) : null;
    }

    private Condition RequiredCondition(DocumentPart part, string key, string place)
    {
        if (!part.Has(key))
            part.Fault(key, "is missing");
        return Condition(part, key, place) ?? UnreadCondition;
    }

    private Series? RequiredSeries(DocumentPart part, string key, string place)
    {
        if (!part.Has(key))
            part.Fault(key, "is missing");
        return SeriesOf(part, key, place);
    }

    private Condition? Condition(DocumentPart part, string key, string place) =>
        Expression(part, key, place, ExpressionParser.Condition, UnreadCondition);

    private Series? SeriesOf(DocumentPart part, string key, string place) =>
        Expression(part, key, place, ExpressionParser.Series, new ConstantSeries(1));

    /// <summary>An expression; a placeholder when its text cannot be read, so that further faults are found.</summary>
    private T? Expression<T>(
        DocumentPart part, string key, string place, Func<string, IReadOnlyDictionary<string, double>, SourcePositions, T> parse, T unread)
        where T : Expression
    {
        return part.Text(key) is null ? null : Expression((YamlScalarNode)part.Node(key)!, place, parse, unread);
    }

    private T Expression<T>(
        YamlScalarNode node, string place, Func<string, IReadOnlyDictionary<string, double>, SourcePositions, T> parse, T unread)
        where T : Expression
    {
        string text = node.Value!;
        var places = new SourcePositions();
        (_values[place], _places[place]) = (node, places);
        try
        {
            return parse(text, _parameters, places);
        }
        catch (ExpressionFormatException error)
        {
            (int line, int column) = _text.Find(node, error.Offset);
            _faults.Add(new StrategyFault(place, error.Message, line, column));
            return unread;
        }
    }

    private DocumentPart Part(YamlMappingNode node, string place, string[]? allowed)
    {
        var part = new DocumentPart(node, place, _faults, _values);
        if (allowed is not null)
            part.Allow(allowed);
        return part;
    }
}
