package dev.cairn.engine.flows;

import static dev.cairn.engine.flows.Computation.fold;
import static dev.cairn.engine.flows.Computation.mix;

import dev.cairn.engine.flows.Block.Choice;
import dev.cairn.engine.flows.Block.Fan;
import dev.cairn.engine.flows.Block.Loop;
import dev.cairn.engine.flows.Block.Split;
import dev.cairn.engine.flows.Block.While;
import java.util.ArrayList;
import java.util.List;

/** Computes what a flow has to compute, one block after the other: it knows nothing of tasks, but counts them. */
public final class BlockInterpreter {
    private int tasks;

    /** The value after the end step. */
    public long run(List<Block> blocks) {
        tasks = 2; // start and end
        return mix(sequence(blocks, 1, List.of(), 0), 1);
    }

    /** How many tasks that takes. */
    public int tasks() {
        return tasks;
    }

    private long sequence(List<Block> sequence, long before, List<Integer> current, int iteration) {
        long value = before;
        for (Block block : sequence) {
            value = block(block, value, current, iteration);
        }
        return value;
    }

    private long block(Block block, long before, List<Integer> current, int iteration) {
        tasks++;
        if (block instanceof Split split) {
            tasks++;
            long inside = mix(before, split.id());
            return fold(
                    split.id(),
                    split.branches().stream()
                            .map(branch -> sequence(branch, inside, current, iteration))
                            .toList());
        } else if (block instanceof Fan fan && current.size() < Block.FANS) {
            tasks++;
            long inside = mix(before, fan.id());
            return fold(
                    fan.id(),
                    Computation.items(inside).stream()
                            .map(item -> sequence(fan.body(), inside, append(current, item), iteration))
                            .toList());
        } else if (block instanceof Choice choice) {
            long inside = mix(before, choice.id());
            List<Block> way =
                    choice.ways().get(Computation.way(inside, choice.ways().size()));
            return sequence(way, inside, current, iteration);
        } else if (block instanceof Loop loop) {
            return loop(loop, before, current);
        } else if (block instanceof While loop) {
            return loop(loop, before, current);
        }
        return Computation.work(before, block.id(), current, iteration);
    }

    private long loop(Loop loop, long before, List<Integer> current) {
        long value = before;
        for (int iteration = 0; ; iteration++) {
            value = Computation.work(sequence(loop.body(), value, current, iteration), loop.id(), current, iteration);
            if (!Computation.again(value)) {
                return value;
            }
            tasks++;
        }
    }

    private long loop(While loop, long before, List<Integer> current) {
        long value = before;
        for (int iteration = 0; ; iteration++) {
            value = Computation.work(value, loop.id(), current, iteration);
            if (!Computation.again(value)) {
                return value;
            }
            tasks++;
            value = sequence(loop.body(), value, current, iteration);
        }
    }

    private static List<Integer> append(List<Integer> list, int element) {
        List<Integer> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
