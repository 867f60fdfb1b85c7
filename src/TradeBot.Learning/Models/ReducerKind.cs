namespace TradeBot.Learning;

/// <summary>The kinds of reductions as they are numbered in files: a number is never used again for another kind.</summary>
internal enum ReducerKind : byte
{
    PrincipalComponents = 1,
    ClusterCentres = 2,
}
