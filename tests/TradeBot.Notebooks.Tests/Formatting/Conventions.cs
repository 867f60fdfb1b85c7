namespace TradeBot.Notebooks.Tests.Formatting;

/// <summary>The convention's attribute as another library would write it: only the name is shared.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type source) : Attribute
{
    public Type FormatterSourceType { get; } = source;
}

[TypeFormatterSource(typeof(CurveFormatters))]
public class Curve
{
    public int Points { get; init; } = 3;
}

public sealed class SmoothCurve : Curve;

[TypeFormatterSource(typeof(CurveFormatters))]
public struct CurvePoint
{
    public int Points { get; init; }
}

[TypeFormatterSource(typeof(NoFormatters))]
public sealed class Misnamed;

[TypeFormatterSource(typeof(VoidFormatters))]
public sealed class Mistyped;

public sealed class CurveFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new CurveFormatter("text/html", "<svg><!-- {0} --></svg>"),
        new CurveFormatter("application/json", """{{"points": {0}}}"""),
        new CurveFormatter("application/vnd.curve.v1+json", """{{"deep": [{0}]}}"""),
        new CurveFormatter("text/latex", null),
    ];
}

public sealed class CurveFormatter(string mimeType, string? form)
{
    public string MimeType => mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (form is null)
            return false;
        writer.Write(form, instance switch
        {
            Curve curve => curve.Points,
            Curve[] curves => curves.Sum(curve => curve.Points),
            _ => ((CurvePoint)instance).Points,
        });
        return true;
    }
}

public sealed class NoFormatters;

public sealed class VoidFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new VoidFormatter()];
}

public sealed class VoidFormatter
{
    public string MimeType => "text/html";

    public void Format(object instance, TextWriter writer) => writer.Write(instance);
}
