namespace TradeBot.Learning;

/// <summary>A question of a tree: rows whose feature is above the threshold go to the node after <paramref name="Left"/>.</summary>
/// <param name="Threshold">+∞ in a leaf, which thus sends every row to <paramref name="Left"/>: itself.</param>
/// <param name="Feature">The position of the feature.</param>
/// <param name="Left">The node for the other rows; the right one follows it.</param>
internal readonly record struct TreeNode(double Threshold, int Feature, int Left)
{
    public bool IsLeaf(int self) => Left == self;
}
