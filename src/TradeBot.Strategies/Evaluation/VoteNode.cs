namespace TradeBot.Strategies;

/// <summary>Whether so many of several conditions are true.</summary>
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

        Value = Votes.Decide(yes, unknown, needed);
    }
}
