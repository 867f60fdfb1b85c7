using System.Globalization;
using System.Text;

namespace TradeBot.Reporting;

/// <summary>Writes SVG elements; coordinates have at most two decimals.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new(32_768);

    /// <summary>The text written so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Writes safe markup as it is.</summary>
    public SvgWriter Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public SvgWriter Text(string text)
    {
        _text.Append(Markup.Encode(text));
        return this;
    }

    /// <summary>A number rounded to two decimals, without trailing zeros.</summary>
    public SvgWriter Number(double value)
    {
        long hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
            _text.Append('-');

        (long whole, long rest) = Math.DivRem(Math.Abs(hundredths), 100);
        _text.Append(whole);
        if (rest > 0)
        {
            _text.Append('.').Append((char)('0' + rest / 10));
            if (rest % 10 > 0)
                _text.Append((char)('0' + rest % 10));
        }

        return this;
    }

    /// <summary>A numeric attribute, with a space before it.</summary>
    public SvgWriter Attribute(string name, double value) => Raw(" ").Raw(name).Raw("=\"").Number(value).Raw("\"");

    /// <summary>A path command with its coordinates, such as M1 2.</summary>
    public SvgWriter Command(char command, double x, double y)
    {
        _text.Append(command);
        return Number(x).Raw(" ").Number(y);
    }

    /// <summary>A path command with one coordinate, such as H5.</summary>
    public SvgWriter Command(char command, double value)
    {
        _text.Append(command);
        return Number(value);
    }

    /// <summary>Points joined by lines, as a sub-path, to a tenth of a pixel.</summary>
    public SvgWriter Polyline(IReadOnlyList<(double X, double Y)> points)
    {
        double lastX = double.NaN, lastY = double.NaN;
        foreach ((double exactX, double exactY) in points)
        {
            double x = Math.Round(exactX, 1), y = Math.Round(exactY, 1);
            if (double.IsNaN(lastX))
                Command('M', x, y);
            else if (x != lastX && y != lastY)
                Command('L', x, y);
            else if (x != lastX)
                Command('H', x);
            else if (y != lastY)
                Command('V', y);
            (lastX, lastY) = (x, y);
        }

        return this;
    }

    /// <summary>A rectangle as a closed sub-path.</summary>
    public SvgWriter Box(double x, double y, double width, double height) =>
        Command('M', x, y).Command('h', width).Command('v', height).Command('h', -width).Raw("z");

    /// <summary>Opens a path in a colour, up to its data.</summary>
    public SvgWriter StrokePath(ChartColor color, double width, string extra = "") => Raw("<path class=\"")
        .Raw(ChartTheme.StrokeClass(color)).Raw("\" stroke=\"").Raw(ChartTheme.LightColor(color)).Raw("\" fill=\"none\"")
        .Attribute("stroke-width", width).Raw(extra).Raw(" d=\"");

    /// <summary>Opens a filled path in a colour, up to its data.</summary>
    public SvgWriter FillPath(ChartColor color, string extra = "") => Raw("<path class=\"")
        .Raw(ChartTheme.FillClass(color)).Raw("\" fill=\"").Raw(ChartTheme.LightColor(color)).Raw("\"").Raw(extra).Raw(" d=\"");

    /// <summary>Ends a path.</summary>
    public SvgWriter EndPath() => Raw("\"/>");

    /// <summary>A line of text.</summary>
    /// <param name="x">Position of the anchor.</param>
    /// <param name="y">Position of the base line.</param>
    /// <param name="text">The text, escaped here.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="extra">Further attributes, safe markup with a space before each.</param>
    public SvgWriter Label(double x, double y, string text, string anchor = "start", string extra = "")
    {
        Raw("<text").Attribute("x", x).Attribute("y", y);
        if (anchor != "start")
            Raw(" text-anchor=\"").Raw(anchor).Raw("\"");
        return Raw(extra).Raw(">").Text(text).Raw("</text>");
    }

    /// <summary>A whole number as text.</summary>
    public static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
