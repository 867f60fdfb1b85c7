using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>A compiled cell.</summary>
/// <param name="Compilation">What later cells are chained on.</param>
/// <param name="Image">The assembly; empty when the cell has nothing to run.</param>
/// <param name="Symbols">Its portable PDB.</param>
/// <param name="TypeName">The class that holds the cell's variables.</param>
/// <param name="HasResult">True when the last expression's value is to be shown.</param>
/// <param name="Libraries">What it refers to beyond what earlier cells do.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    MemoryStream Image,
    MemoryStream Symbols,
    string TypeName,
    bool HasResult,
    IReadOnlyList<ReferencedLibrary> Libraries);
