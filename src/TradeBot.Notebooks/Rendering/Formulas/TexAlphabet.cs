using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Letters in the alphabets that mathematics has beside the italic one, by their own code points.</summary>
/// <param name="Capital">Of A; 0 where letters stay upright as they are.</param>
/// <param name="Small">Of a.</param>
/// <param name="Digit">Of 0; 0 where digits stay as they are.</param>
/// <param name="Greek">Of α; 0 where Greek stays as it is.</param>
/// <param name="Exceptions">Letters that have a place elsewhere, each followed by what stands for it.</param>
internal sealed record TexAlphabet(int Capital, int Small, int Digit = 0, int Greek = 0, string Exceptions = "")
{
    private static readonly TexAlphabet Upright = new(0, 0);
    private static readonly TexAlphabet Bold = new(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6C2);

    private static readonly Dictionary<string, TexAlphabet> Alphabets = new(StringComparer.Ordinal)
    {
        ["mathrm"] = Upright,
        ["mathbf"] = Bold, ["boldsymbol"] = Bold, ["bm"] = Bold,
        ["mathit"] = new(0x1D434, 0x1D44E, Exceptions: "hℎ"),
        ["mathbb"] = new(0x1D538, 0x1D552, 0x1D7D8, Exceptions: "CℂHℍNℕPℙQℚRℝZℤ"),
        ["mathcal"] = new(0x1D49C, 0x1D4B6, Exceptions: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["mathscr"] = new(0x1D49C, 0x1D4B6, Exceptions: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["mathfrak"] = new(0x1D504, 0x1D51E, Exceptions: "CℭHℌIℑRℜZℨ"),
        ["mathsf"] = new(0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["mathtt"] = new(0x1D670, 0x1D68A, 0x1D7F6),
    };

    /// <returns>Null for a command that names no alphabet.</returns>
    public static TexAlphabet? Of(string command) => Alphabets.GetValueOrDefault(command);

    /// <summary>True where letters stand upright by attribute, not by code point.</summary>
    public bool IsUpright => Capital == 0;

    public string Map(string text) => string.Concat(text.EnumerateRunes().Select(Map));

    private string Map(Rune rune)
    {
        int value = rune.Value, place = value < 128 ? Exceptions.IndexOf((char)value, StringComparison.Ordinal) : -1;
        int mapped = value switch
        {
            _ when IsUpright => value,
            _ when place >= 0 => Exceptions[place + 1],
            >= 'A' and <= 'Z' => Capital + value - 'A',
            >= 'a' and <= 'z' => Small + value - 'a',
            >= '0' and <= '9' when Digit > 0 => Digit + value - '0',
            >= 'α' and <= 'ω' when Greek > 0 => Greek + value - 'α',
            _ => value,
        };
        return new Rune(mapped).ToString();
    }
}
