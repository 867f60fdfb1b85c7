namespace TradeBot.Notebooks;

/// <summary>A language that cells can be written in.</summary>
internal interface ICellLanguage : IDisposable
{
    /// <summary>Runs text in this language; what it shows goes to the run.</summary>
    /// <param name="step">The text, with the magic that opened it.</param>
    /// <param name="run">The cell that it is part of.</param>
    Task RunAsync(CellStep step, CellExecution run);

    /// <summary>The variables that other languages can have, in the order of their names.</summary>
    IReadOnlyList<SharedVariable> Variables();

    /// <summary>What can be written at the end of a text; nothing is run for it.</summary>
    /// <param name="before">The text up to the word at the cursor.</param>
    IReadOnlyList<CompletionItem> Complete(string before) => [];

    /// <summary>Declares a variable; an earlier one of that name is hidden.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="run">The cell that asks for it.</param>
    /// <exception cref="NotSupportedException">The language has no variables, or none of that name.</exception>
    Task DeclareAsync(string name, object? value, CellExecution run);
}

/// <summary>One thing that could stand at the cursor.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is, in the words that front ends have icons for.</param>
/// <param name="Signature">How it is declared; empty for keywords.</param>
/// <param name="Rank">Nearer things come first: 0 for what the notebook declares.</param>
internal sealed record CompletionItem(string Text, string Kind, string Signature, int Rank);
