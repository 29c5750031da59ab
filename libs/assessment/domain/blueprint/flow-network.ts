/**
 * A network of whole amounts: as much as possible flows from a source to a sink, at the least cost (successive shortest
 * paths; costs are whole numbers and may be negative, circles of negative cost must not be there to begin with).
 */
export class FlowNetwork {
  private readonly targets: number[] = [];
  private readonly rooms: number[] = [];
  private readonly costs: number[] = [];
  private readonly outgoing: number[][];

  constructor(nodes: number) {
    this.outgoing = Array.from({ length: nodes }, () => []);
  }

  /** Every edge has its reverse behind it; answers the number of the edge. */
  connect(from: number, to: number, room: number, cost = 0): number {
    const edge = this.targets.length;
    this.targets.push(to, from);
    this.rooms.push(room, 0);
    this.costs.push(cost, -cost);
    this.outgoing[from]!.push(edge);
    this.outgoing[to]!.push(edge + 1);
    return edge;
  }

  /** How much flows through an edge. */
  through(edge: number): number {
    return this.rooms[edge + 1]!;
  }

  /** Sends all that can be sent; answers how much. */
  send(source: number, sink: number): number {
    let total = 0;
    for (let came = this.cheapest(source, sink); came; came = this.cheapest(source, sink)) {
      const path: number[] = [];
      for (let node = sink; node !== source; node = this.targets[came[node]! ^ 1]!) path.push(came[node]!);
      const amount = Math.min(...path.map((edge) => this.rooms[edge]!));
      for (const edge of path) {
        this.rooms[edge]! -= amount;
        this.rooms[edge ^ 1]! += amount;
      }
      total += amount;
    }
    return total;
  }

  /** Nodes to which something could still flow from here. */
  reachable(from: number): Set<number> {
    const seen = new Set([from]);
    for (const node of seen) for (const edge of this.outgoing[node]!) if (this.rooms[edge]! > 0) seen.add(this.targets[edge]!);
    return seen;
  }

  /** For each node the edge by which the cheapest path comes to it; undefined where none comes to the sink. */
  private cheapest(source: number, sink: number): number[] | undefined {
    const distance = this.outgoing.map(() => Infinity);
    const came = this.outgoing.map(() => -1);
    const queued = this.outgoing.map(() => false);
    distance[source] = 0;
    const queue = [source];
    for (let next = 0; next < queue.length; next++) {
      const node = queue[next]!;
      queued[node] = false;
      for (const edge of this.outgoing[node]!) {
        const to = this.targets[edge]!;
        const cost = distance[node]! + this.costs[edge]!;
        if (this.rooms[edge]! <= 0 || cost >= distance[to]!) continue;
        [distance[to], came[to]] = [cost, edge];
        if (!queued[to]) queue.push(to);
        queued[to] = true;
      }
    }
    return came[sink] === -1 ? undefined : came;
  }
}
