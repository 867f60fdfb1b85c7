namespace TradeBot.Learning;

/// <summary>Writes each kind of model, its kind first.</summary>
internal static class ModelWriter
{
    public static void Write(IModel model, BinaryWriter writer)
    {
        switch (model)
        {
            case GradientBoostingModel boosting:
                Head(writer, ModelKind.GradientBoosting, model);
                writer.Write((byte)boosting.Objective);
                Write(boosting.Sum, writer);
                break;
            case ForestModel forest:
                Head(writer, ModelKind.Forest, model);
                writer.Write(forest.IsProbability);
                Write(forest.Sum, writer);
                break;
            case LinearModel linear:
                Head(writer, ModelKind.Linear, model);
                Write(linear.Standardizer, writer);
                writer.Write(linear.Intercept);
                writer.WriteArray<double>([.. linear.Coefficients]);
                break;
            case LogisticModel logistic:
                Head(writer, ModelKind.Logistic, model);
                Write(logistic.Standardizer, writer);
                writer.Write(logistic.Intercept);
                writer.WriteArray<double>([.. logistic.Coefficients]);
                break;
            case NeuralNetworkModel network:
                Head(writer, ModelKind.NeuralNetwork, model);
                writer.Write((byte)network.Objective);
                Write(network.Inputs.Standardizer, writer);
                writer.WriteArray<int>([.. network.Shape.Widths]);
                writer.WriteArray(network.Parameters);
                writer.Write(network.Target.Mean);
                writer.Write(network.Target.Deviation);
                break;
            case VotingModel voting:
                Head(writer, ModelKind.Voting, model);
                CompositeWriter.Write(voting, writer);
                break;
            case StackingModel stacking:
                Head(writer, ModelKind.Stacking, model);
                CompositeWriter.Write(stacking, writer);
                break;
            case CalibratedModel calibrated:
                Head(writer, ModelKind.Calibrated, model);
                CompositeWriter.Write(calibrated, writer);
                break;
            case ReducedModel reduced:
                Head(writer, ModelKind.Reduced, model);
                CompositeWriter.Write(reduced, writer);
                break;
            case IForeignModel foreign:
                Head(writer, ModelKind.Foreign, model);
                Write(foreign, writer);
                break;
            default:
                throw new ArgumentException($"A model of the type {model.GetType().Name} cannot be written.", nameof(model));
        }
    }

    /// <summary>As <see cref="ModelReader.ReadStandardizer"/> reads it.</summary>
    public static void Write(Standardizer standardizer, BinaryWriter writer)
    {
        writer.WriteArray<double>([.. standardizer.Means]);
        writer.WriteArray<double>([.. standardizer.Deviations]);
    }

    private static void Head(BinaryWriter writer, ModelKind kind, IModel model)
    {
        writer.Write((byte)kind);
        writer.Write(model.Name);
        writer.Write(model.Features.Count);
        foreach (string feature in model.Features)
            writer.Write(feature);
    }

    private static void Write(IForeignModel model, BinaryWriter writer)
    {
        using var bytes = new MemoryStream();
        model.Save(bytes);
        writer.Write(model.Format.Name);
        writer.WriteArray(bytes.ToArray());
    }

    private static void Write(TreeSum sum, BinaryWriter writer)
    {
        writer.WriteArray(sum.Start);
        writer.Write(sum.Trees.Length);
        foreach (Tree tree in sum.Trees)
            Write(tree, writer);
    }

    private static void Write(Tree tree, BinaryWriter writer)
    {
        writer.WriteArray(Array.ConvertAll(tree.Nodes, node => node.Threshold));
        writer.WriteArray(Array.ConvertAll(tree.Nodes, node => node.Feature));
        writer.WriteArray(Array.ConvertAll(tree.Nodes, node => node.Left));
        writer.WriteArray(tree.Values);
        writer.WriteArray(tree.Covers);
        writer.WriteArray(tree.Gains);
        writer.WriteArray(Array.ConvertAll(tree.MissingRight, right => (byte)(right ? 1 : 0)));
        int[] asked = [.. Enumerable.Range(0, tree.Nodes.Length).Where(node => tree.Categories[node] != null)];
        writer.WriteArray(asked);
        foreach (int node in asked)
            writer.WriteArray(tree.Categories[node]!);
    }
}
