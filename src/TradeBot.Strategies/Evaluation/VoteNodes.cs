namespace TradeBot.Strategies;

/// <summary>Whether at least a number of several conditions are true.</summary>
internal sealed class VoteNode(Node[] voters, int needed) : Node
{
    public override void Step()
    {
        int yes = 0, unknown = 0;
        foreach (Node voter in voters)
        {
            if (voter.Value == 1)
                yes++;
            else if (double.IsNaN(voter.Value))
                unknown++;
        }

        Value = KleeneLogic.Decide(yes, unknown, needed);
    }
}

/// <summary>Whether the true conditions have at least a share of the weight; weights may change with each step.</summary>
internal sealed class WeightedVoteNode(Node[] voters, Node[] weights, double share) : Node
{
    public override void Step()
    {
        double yes = 0, unknown = 0, all = 0;
        for (int i = 0; i < voters.Length; i++)
        {
            // Math.Max passes NaN on: an unknown weight makes the whole vote unknown.
            double weight = Math.Max(weights[i].Value, 0);
            all += weight;
            if (voters[i].Value == 1)
                yes += weight;
            else if (double.IsNaN(voters[i].Value))
                unknown += weight;
        }

        if (!(all > 0))
            Value = double.NaN;
        else if (yes >= share * all)
            Value = 1;
        else
            Value = yes + unknown >= share * all ? double.NaN : 0;
    }
}
