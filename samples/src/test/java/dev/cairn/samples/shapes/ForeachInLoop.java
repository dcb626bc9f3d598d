package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A knockout tournament: in each round a foreach over the pairs, until one player is left. */
@Flow
class ForeachInLoop {
    /** Two players. */
    record Match(String first, String second) {}

    List<String> players;
    List<Match> matches;
    String winner;
    boolean decided;
    List<String> rounds = new ArrayList<>();

    @Step(next = "draw")
    void start() {
        players = List.of("Ada", "Grace", "Alan", "Barbara", "Edsger");
    }

    @Step(next = "play", foreach = "matches")
    void draw() {
        matches = IntStream.range(0, (players.size() + 1) / 2)
                .mapToObj(i -> new Match(players.get(2 * i), players.get(Math.min(2 * i + 1, players.size() - 1))))
                .toList();
    }

    @Step(next = "gather")
    void play(@Item Match match) {
        winner = match.first().length() >= match.second().length() ? match.first() : match.second();
    }

    @Step(
            switchOn = "decided",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "draw")})
    void gather(ForeachInLoopArtifacts.GatherInputs inputs, TaskContext task) {
        players = inputs.stream().map(play -> play.winner()).toList();
        rounds = inputs.get(0).rounds();
        rounds.add(task.iteration() + ": " + players);
        decided = players.size() == 1;
    }

    @Step
    void end() {}
}
