using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeBot.Cli;

/// <summary>A mistake in terms of the command line: what a library knows as a parameter, the user knows as an option.</summary>
internal static partial class Mistake
{
    /// <summary>The message for the user.</summary>
    /// <param name="mistake">The exception.</param>
    /// <param name="command">The command that was given, whose options are named; null where none is meant.</param>
    public static string Of(Exception mistake, Command? command = null)
    {
        string message = Plain(mistake.Message);
        if (mistake is not ArgumentException { ParamName: { Length: > 0 } parameter })
            return message;

        string? option = command is null ? null : OptionOf(command, parameter);
        string name = option ?? Words(parameter);
        Match limit = Limit().Match(message);
        if (limit.Success) // the runtime's own words: low ('5') must be at most …
            return string.Create(CultureInfo.InvariantCulture, $"{option ?? limit.Groups["name"].Value} is {limit.Groups["value"].Value}: it {limit.Groups["rule"].Value}");
        if (mistake is ArgumentOutOfRangeException { ActualValue: { } value } && !message.Contains(name, StringComparison.OrdinalIgnoreCase))
            return string.Create(CultureInfo.InvariantCulture, $"{name} is {value}: {message}");
        return option is null || message.Contains(option, StringComparison.Ordinal) ? message : $"{option}: {message}";
    }

    /// <summary>Makes something of an option's value; a mistake in it names the option and the value.</summary>
    /// <param name="option">That has the value.</param>
    /// <param name="value">As it was given.</param>
    /// <param name="make">What a library makes of it.</param>
    /// <exception cref="ArgumentException">The library refuses the value.</exception>
    public static T In<T>(Option option, IFormattable value, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException mistake)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {value.ToString(null, CultureInfo.InvariantCulture)}: {Plain(mistake.Message)}"), mistake);
        }
    }

    /// <summary>Makes something of an option's value; a mistake in it, which names the value, names the option too.</summary>
    /// <param name="option">That has the value.</param>
    /// <param name="make">What a library makes of it.</param>
    /// <exception cref="ArgumentException">The library refuses the value.</exception>
    public static T In<T>(Option option, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException mistake)
        {
            throw new ArgumentException($"{option.Name} {Plain(mistake.Message)}", mistake);
        }
    }

    /// <summary>The parser's message, with the option or argument that it is about and without the names of types.</summary>
    public static string Of(ParseError error)
    {
        string? name = error.SymbolResult switch
        {
            OptionResult option => option.Option.Name,
            ArgumentResult { Parent: OptionResult option } => option.Option.Name,
            ArgumentResult argument => argument.Argument.Name,
            _ => null,
        };
        string message = error.Message.ReplaceLineEndings("\n").TrimEnd();
        Match unread = Unread().Match(message);
        if (unread.Success)
        {
            string accepted = unread.Groups["choices"] is { Success: true } choices
                ? $"accepted are {string.Join(", ", choices.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToLowerInvariant()}"
                : unread.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "expected a whole number" : "expected a number";
            return $"{name ?? unread.Groups["name"].Value} \"{unread.Groups["value"].Value}\": {accepted}.";
        }

        return name is null || message.Contains(name, StringComparison.Ordinal) ? message : $"{name}: {message}";
    }

    /// <summary>A message without what the runtime adds for developers: the parameter's name and the value that was passed.</summary>
    public static string Plain(string message) => Additions().Replace(message, "");

    private static string? OptionOf(Command command, string parameter)
    {
        string last = parameter[(parameter.LastIndexOf('.') + 1)..];
        return command.Options.Select(option => option.Name).FirstOrDefault(name => IsMeant(name, last))
            ?? command.Arguments.Select(argument => argument.Name).FirstOrDefault(name => IsMeant(name, last));
    }

    private static bool IsMeant(string name, string parameter) =>
        string.Equals(name.Replace("-", "", StringComparison.Ordinal), parameter, StringComparison.OrdinalIgnoreCase);

    /// <summary>requestsPerWindow becomes "requests per window".</summary>
    private static string Words(string parameter) =>
        string.Concat(parameter[(parameter.LastIndexOf('.') + 1)..].Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));

    [GeneratedRegex(@"\s*\(Parameter '[^']*'\)|\r?\nActual value was [^\r\n]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Additions();

    [GeneratedRegex(@"^Cannot parse argument '(?<value>.*)' for (option|command) '(?<name>[^']*)' as expected type '(?<type>[^']*)'\.( Did you mean one of the following\?\n(?<choices>.*))?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unread();

    [GeneratedRegex(@"^(?<name>[\w.]+) \('(?<value>[^']*)'\) (?<rule>must .*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}
