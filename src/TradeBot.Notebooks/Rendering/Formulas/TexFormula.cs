using System.Text;
using static TradeBot.Notebooks.MathMlText;

namespace TradeBot.Notebooks;

/// <summary>Turns the formulas that Markdown carries, a part of TeX, into MathML, which browsers draw without a script.</summary>
/// <remarks>
/// Fractions, roots, scripts, Greek, sums and other operators, accents, alphabets, text, brackets of any size, matrices,
/// cases and aligned lines. A command that is not known is shown as it is written, and the whole source is kept as
/// an annotation: nothing is lost, and no source is an error.
/// </remarks>
internal sealed class TexFormula
{
    private const int Deepest = 100;

    private readonly TexReader _reader;
    private TexAlphabet? _alphabet;
    private int _depth;

    private TexFormula(string source) => _reader = new TexReader(source);

    /// <param name="tex">Without the dollars.</param>
    /// <param name="isBlock">True for a formula on a separate line.</param>
    public static string MathMl(string tex, bool isBlock)
    {
        string source = tex.Trim();
        string content = new TexFormula(source).Whole();
        string display = isBlock ? " display=\"block\"" : "";
        return $"<math{display}><semantics><mrow>{content}</mrow><annotation encoding=\"application/x-tex\">{HtmlText.Encode(source)}</annotation></semantics></math>";
    }

    /// <summary>Everything; several lines make a table.</summary>
    private string Whole()
    {
        List<IReadOnlyList<string>> rows = Rows(_ => false);
        return rows is [[string only]] ? only : Table(rows, "aligned", isDisplayed: true);
    }

    /// <summary>Cells between &amp;, lines between \\, up to a token that ends them, which stays.</summary>
    private List<IReadOnlyList<string>> Rows(Func<TexToken, bool> isEnd)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        while (true)
        {
            row.Add(Sequence(token => token.Is('&') || IsLineEnd(token) || isEnd(token)));
            TexToken token = _reader.Peek();
            bool ends = token.Kind == TexTokenKind.End || isEnd(token);
            if (!ends)
                _reader.Next();
            if (!ends && token.Is('&'))
                continue;
            bool isTrailing = ends && rows.Count > 0 && row is [""];
            if (!isTrailing)
                rows.Add(row);
            if (ends)
                return rows;
            row = [];
        }
    }

    private static bool IsLineEnd(TexToken token) => token.IsCommand("\\") || token.IsCommand("cr") || token.IsCommand("newline");

    private string Sequence(Func<TexToken, bool> isEnd)
    {
        if (_depth >= Deepest)
            return Source(_reader.Rest());
        _depth++;
        var parts = new StringBuilder();
        while (_reader.Peek() is { Kind: not TexTokenKind.End } token && !isEnd(token))
            parts.Append(Scripts());
        _depth--;
        return parts.ToString();
    }

    private string Scripts()
    {
        TexAtom atom = Atom();
        string? below = null, above = null;
        while (true)
        {
            if (_reader.Take('_'))
                below = Joined(below, Argument());
            else if (_reader.Take('^'))
                above = Joined(above, Argument());
            else if (_reader.Take('\''))
                above = Joined(above, Operator("′"));
            else if (_reader.Peek().IsCommand("limits") || _reader.Peek().IsCommand("nolimits"))
                atom = atom with { HasLimits = _reader.Next().Text == "limits" };
            else
                return Scripted(atom, below, above);
        }
    }

    private static string Joined(string? first, string second) => first is null ? second : Row(first + second);

    /// <summary>What a command or a script takes: a group in braces, one digit or one atom.</summary>
    private string Argument()
    {
        TexToken next = _reader.Peek();
        if (next.Kind == TexTokenKind.End || next.Is('}') || next.Is('&') || IsLineEnd(next))
            return Row("");
        if (next.Kind == TexTokenKind.Number)
            return Number(_reader.Digit());
        if (_depth >= Deepest)
            return Source(_reader.Rest());
        _depth++;
        TexAtom atom = Atom();
        _depth--;
        return atom.MathMl.Length > 0 ? atom.MathMl : Row("");
    }

    private TexAtom Atom()
    {
        TexToken token = _reader.Next();
        return token.Kind switch
        {
            TexTokenKind.End => new TexAtom(""),
            TexTokenKind.Number => new TexAtom(Number(token.Text)),
            TexTokenKind.Command => Command(token),
            _ when token.Is('{') => Group(),
            _ => new TexAtom(Character(token.Text)),
        };
    }

    private TexAtom Group()
    {
        string content = Sequence(token => token.Is('}'));
        _reader.Take('}');
        return new TexAtom(Row(content));
    }

    private string Character(string text) => text[0] switch
    {
        '-' => Operator("−"),
        '(' or ')' or '[' or ']' or '|' or '/' => Operator(text, " stretchy=\"false\""),
        '~' => Blank("0.3333"),
        '}' or '&' or '^' or '_' => Source(text),
        _ when char.IsLetter(text, 0) => Letter(text),
        _ => Operator(text),
    };

    private string Number(string digits) => $"<mn>{_alphabet?.Map(digits) ?? digits}</mn>";

    private string Letter(string text) => Identifier(_alphabet?.Map(text) ?? text, _alphabet is { IsUpright: true });

    /// <summary>Small letters slant, capitals do not, as TeX sets them.</summary>
    private string Greek(string text) => _alphabet is null && char.IsUpper(text, 0) ? Identifier(text, isUpright: true) : Letter(text);

    private TexAtom Command(TexToken token)
    {
        string name = token.Text;
        if (TexSymbols.Identifiers.TryGetValue(name, out string? identifier))
            return new TexAtom(Greek(identifier));
        if (TexSymbols.Operators.TryGetValue(name, out string? sign))
            return new TexAtom(Operator(sign));
        if (TexSymbols.Brackets.TryGetValue(name, out string? bracket))
            return new TexAtom(Operator(bracket, " stretchy=\"false\""));
        if (TexSymbols.Sums.TryGetValue(name, out string? sum))
            return new TexAtom(Operator(sum, " movablelimits=\"true\""), HasLimits: true);
        if (TexSymbols.Integrals.TryGetValue(name, out string? integral))
            return new TexAtom(Operator(integral));
        if (TexSymbols.Functions.Contains(name))
            return Function(name);
        if (TexSymbols.Limits.Contains(name))
            return Function(name) with { HasLimits = true };
        return TexSymbols.Blanks.TryGetValue(name, out string? width) ? new TexAtom(Blank(width)) : Composed(token);
    }

    private static TexAtom Function(string name) => new($"<mrow><mi>{HtmlText.Encode(name)}</mi><mspace width=\"0.1667em\"/></mrow>");

    /// <summary>Commands that take arguments.</summary>
    private TexAtom Composed(TexToken token)
    {
        string name = token.Text;
        if (TexSymbols.Accents.TryGetValue(name, out string? accent))
            return new TexAtom($"<mover accent=\"true\">{Argument()}{Operator(accent)}</mover>", HasLimits: name == "overbrace");
        if (TexSymbols.Lines.TryGetValue(name, out string? side))
            return new TexAtom($"<mrow class=\"{side}\">{Argument()}</mrow>");
        if (TexSymbols.Underneath.TryGetValue(name, out string? mark))
            return new TexAtom($"<munder accentunder=\"true\">{Argument()}{Operator(mark)}</munder>", HasLimits: name == "underbrace");
        if (TexSymbols.Sizes.TryGetValue(name, out string? size))
            return new TexAtom(Operator(Bracket(), $" stretchy=\"true\" symmetric=\"true\" minsize=\"{size}em\" maxsize=\"{size}em\""));
        if (TexAlphabet.Of(name) is { } alphabet)
            return new TexAtom(Lettering(alphabet));
        return name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => new TexAtom(Fraction(name)),
            "binom" => new TexAtom($"<mrow>{Operator("(")}<mfrac linethickness=\"0\">{Argument()}{Argument()}</mfrac>{Operator(")")}</mrow>"),
            "sqrt" => new TexAtom(Root()),
            "text" or "textrm" or "textnormal" or "mbox" or "textbf" or "textit" or "textsf" or "texttt" => new TexAtom(Text(_reader.Raw())),
            "operatorname" => Function(_reader.Raw()),
            "operatorname*" => Function(_reader.Raw()) with { HasLimits = true },
            "overset" or "stackrel" => new TexAtom(Stacked("mover")),
            "underset" => new TexAtom(Stacked("munder")),
            "left" => new TexAtom(Fenced()),
            "middle" => new TexAtom(Operator(Bracket(), " fence=\"true\" stretchy=\"true\"")),
            "begin" => new TexAtom(Environment(_reader.Raw())),
            "not" => new TexAtom(Operator(Negated(_reader.Next()))),
            "tag" => new TexAtom(Row($"{Blank("2")}{Text($"({_reader.Raw()})")}")),
            "displaystyle" or "textstyle" or "nonumber" or "notag" => new TexAtom(""),
            _ when name.Length == 1 && char.IsWhiteSpace(name[0]) => new TexAtom(Blank("0.3333")),
            _ => new TexAtom(Source(token.Source)),
        };
    }

    private string Fraction(string name)
    {
        string fraction = $"<mfrac>{Argument()}{Argument()}</mfrac>";
        return name == "frac" ? fraction : $"<mstyle displaystyle=\"{(name == "tfrac" ? "false" : "true")}\">{fraction}</mstyle>";
    }

    private string Root()
    {
        if (!_reader.Take('['))
            return $"<msqrt>{Argument()}</msqrt>";
        string degree = Sequence(token => token.Is(']'));
        _reader.Take(']');
        return $"<mroot>{Argument()}{Row(degree)}</mroot>";
    }

    private string Stacked(string element)
    {
        string script = Argument(), nucleus = Argument();
        return $"<{element}>{nucleus}{script}</{element}>";
    }

    /// <summary>Letters of another alphabet; a word of upright ones is one name.</summary>
    private string Lettering(TexAlphabet alphabet)
    {
        TexAlphabet? outer = _alphabet;
        _alphabet = alphabet;
        string content = Argument();
        _alphabet = outer;
        return alphabet.IsUpright ? content.Replace("</mi><mi mathvariant=\"normal\">", "", StringComparison.Ordinal) : content;
    }

    private string Fenced()
    {
        string open = Bracket();
        string content = Sequence(token => token.IsCommand("right"));
        string close = _reader.Peek().IsCommand("right") ? Closing() : "";
        return Row(Fence(open) + content + Fence(close));
    }

    private string Closing()
    {
        _reader.Next();
        return Bracket();
    }

    private static string Fence(string bracket) => bracket.Length == 0 ? "" : Operator(bracket, " fence=\"true\" stretchy=\"true\"");

    /// <summary>The bracket that follows; empty for a point, which stands for none.</summary>
    private string Bracket()
    {
        TexToken token = _reader.Next();
        if (token.Kind == TexTokenKind.Command)
            return TexSymbols.Brackets.GetValueOrDefault(token.Text) ?? TexSymbols.Operators.GetValueOrDefault(token.Text) ?? token.Source;
        return token.Text switch { "." => "", "<" => "⟨", ">" => "⟩", string other => other };
    }

    private string Environment(string name)
    {
        if (name == "array")
            _reader.Raw();
        List<IReadOnlyList<string>> rows = Rows(token => token.IsCommand("end"));
        string ending = _reader.Peek().IsCommand("end") ? End() : name;
        string stray = ending == name ? "" : Source($"\\end{{{ending}}}");
        return (name.TrimEnd('*') switch
        {
            "matrix" or "array" or "smallmatrix" => Table(rows, "matrix", isDisplayed: false),
            "pmatrix" => Matrix("(", rows, ")"),
            "bmatrix" => Matrix("[", rows, "]"),
            "Bmatrix" => Matrix("{", rows, "}"),
            "vmatrix" => Matrix("|", rows, "|"),
            "Vmatrix" => Matrix("‖", rows, "‖"),
            "cases" => Row(Fence("{") + Table(rows, "cases", isDisplayed: false)),
            "aligned" or "align" or "alignat" or "split" or "eqnarray" => Table(rows, "aligned", isDisplayed: true),
            "gathered" or "gather" or "equation" or "multline" => Table(rows, "matrix", isDisplayed: true),
            _ => Row(Source($"\\begin{{{name}}}") + Table(rows, "matrix", isDisplayed: false) + Source($"\\end{{{name}}}")),
        }) + stray;
    }

    private string End()
    {
        _reader.Next();
        return _reader.Raw();
    }

    private static string Matrix(string open, List<IReadOnlyList<string>> rows, string close) =>
        Row(Fence(open) + Table(rows, "matrix", isDisplayed: false) + Fence(close));

    private static string Negated(TexToken token) =>
        (token.Kind == TexTokenKind.Command ? TexSymbols.Operators.GetValueOrDefault(token.Text) ?? token.Source : token.Text) + "\u0338";
}

/// <summary>A part of a formula, to which scripts can be put.</summary>
/// <param name="MathMl">Exactly one element, or nothing.</param>
/// <param name="HasLimits">True where scripts stand above and below.</param>
internal readonly record struct TexAtom(string MathMl, bool HasLimits = false);
