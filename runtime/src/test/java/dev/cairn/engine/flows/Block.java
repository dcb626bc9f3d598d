package dev.cairn.engine.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A piece of a structured flow. Its id tells it from others in what it computes. */
public sealed interface Block {
    /** The deepest nesting of foreaches: beyond, a fan counts as work. */
    int FANS = 3;

    /** The number that tells it from others. */
    int id();

    /** One step. */
    record Work(int id) implements Block {}

    /** A static split, its branches and its join; a branch may be empty. */
    record Split(int id, List<List<Block>> branches) implements Block {}

    /** A foreach, what runs for each element, and its join. */
    record Fan(int id, List<Block> body) implements Block {}

    /** A switch whose ways, of which some may be empty, rejoin in what follows it. */
    record Choice(int id, List<List<Block>> ways) implements Block {}

    /** A switch that leads back to the beginning of {@code body}, or to itself where that is empty. */
    record Loop(int id, List<Block> body) implements Block {}

    /** A switch before {@code body}, which leads back to it: by a plain step, a join, or what else it ends with. */
    record While(int id, List<Block> body) implements Block {}

    /** Draws blocks at random. */
    final class Generator {
        private final Random random;
        private int budget;

        /** A generator of about {@code size} blocks. */
        Generator(Random random, int size) {
            this.random = random;
            this.budget = size;
        }

        List<Block> sequence(int depth, int atLeast) {
            List<Block> sequence = new ArrayList<>();
            int length = atLeast + random.nextInt(3);
            while (sequence.size() < length && (budget > 0 || sequence.size() < atLeast)) {
                sequence.add(block(depth));
            }
            return sequence;
        }

        private Block block(int depth) {
            int id = budget-- * 7 + depth;
            int kind = budget <= 0 || depth >= 2 * FANS ? 0 : random.nextInt(7);
            return switch (kind) {
                case 1 -> new Split(id, sequences(2 + random.nextInt(2), depth));
                case 2 -> new Fan(id, sequence(depth + 1, 1));
                case 3 -> new Choice(id, sequences(1 + random.nextInt(3), depth));
                case 4 -> new Loop(id, loopBody(depth + 1));
                case 5 -> new While(id, sequence(depth + 1, 1));
                default -> new Work(id);
            };
        }

        private List<List<Block>> sequences(int count, int depth) {
            List<List<Block>> sequences = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sequences.add(sequence(depth + 1, i == 0 ? 1 : random.nextInt(2)));
            }
            return sequences;
        }

        /** Loops that begin with one and the same step would count their iterations as one. */
        private List<Block> loopBody(int depth) {
            List<Block> body = sequence(depth, 0);
            if (!body.isEmpty() && (body.get(0) instanceof Loop || body.get(0) instanceof While)) {
                body.add(0, new Work(depth));
            }
            return body;
        }
    }
}
