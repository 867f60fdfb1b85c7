using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Turns a cell into steps, and refuses what no kernel could carry out before anything runs.</summary>
internal static class CellSteps
{
    /// <exception cref="CompilationException">A magic, one of its options or the cell's language is not known.</exception>
    public static IReadOnlyList<CellStep> Of(CellSource cell)
    {
        if (MagicCatalog.Find(cell.Language) is not { IsLanguage: true })
            throw new CompilationException(CellError.Of("UnknownLanguage", $"The cell is written in {cell.Language}; this kernel knows {string.Join(", ", MagicCatalog.Languages)}."));

        IReadOnlyList<CellPart> parts = CellParts.Of(cell.Code, cell.Language);
        if (parts is [{ Word: null }])
            return string.IsNullOrWhiteSpace(cell.Code) ? [] : [new CellStep(cell.Language, null, cell)];

        string[] lines = cell.Code.Split('\n');
        return [.. parts.Select(part => Step(cell, part, lines)).Where(IsWorthRunning)];
    }

    private static CellStep Step(CellSource cell, CellPart part, string[] lines)
    {
        MagicCommand? command = part.Word is null ? null : Command(cell, part);
        bool isMagic = command is not null && part.Language != MagicCatalog.Library && MagicCatalog.Find(command.Name) is { IsLanguage: false };
        return new CellStep(part.Language, command, isMagic ? null : Text(cell, part, lines));
    }

    private static MagicCommand Command(CellSource cell, CellPart part)
    {
        if (part.Language == MagicCatalog.Library)
        {
            return part.Name == MagicCatalog.Library
                ? MagicCommand.Parse(MagicCatalog.Library, part.Words, part.MagicLine)
                : throw Refused(cell, part, $"There is no magic %%{part.Name}; the nearest is %%{MagicCatalog.Library}.");
        }

        MagicDescription magic = MagicCatalog.Find(part.Name) ?? throw Refused(cell, part, MagicCatalog.Unknown(part.Name));
        MagicCommand command = MagicCommand.Parse(magic.Name, part.Words, part.MagicLine);
        string? unknown = command.Options.Keys.FirstOrDefault(option => !magic.Options.Contains(option));
        return unknown is null ? command : throw command.Refused(cell, $"#!{magic.Name} has no option --{unknown}; write {magic.Usage}.");
    }

    /// <summary>The text, with as many empty lines before it as keep its line numbers those of the cell.</summary>
    private static CellSource Text(CellSource cell, CellPart part, string[] lines) =>
        cell with { Code = new string('\n', part.First) + string.Join('\n', lines[part.First..part.End]), Language = part.Language };

    private static bool IsWorthRunning(CellStep step) =>
        step.Text is null || step.Language is MagicCatalog.Value or MagicCatalog.Library || !string.IsNullOrWhiteSpace(step.Text.Code);

    private static CompilationException Refused(CellSource cell, CellPart part, string why) =>
        new(CompilationReport.Of(cell, new LinePosition(part.MagicLine, 0), why));
}

/// <summary>One thing that a cell does: run text in a language, or carry out a magic.</summary>
/// <param name="Language">The language of the text, or for which the magic is meant.</param>
/// <param name="Command">The magic; for text the one that opened it, null when the text opens the cell.</param>
/// <param name="Text">The text on the lines it has in the cell, empty lines before it; null for a magic.</param>
internal sealed record CellStep(string Language, MagicCommand? Command, CellSource? Text);
