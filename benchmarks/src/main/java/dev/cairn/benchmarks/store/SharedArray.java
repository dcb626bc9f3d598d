package dev.cairn.benchmarks.store;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.nio.DoubleBuffer;
import org.jspecify.annotations.NullUnmarked;

/** Flows whose tasks all read one large array, and each store a small one that is made of it. */
final class SharedArray {
    /** Elements of what each task stores: 64 KB. */
    private static final int SUMS = 8192;

    private SharedArray() {}

    static double[] values(int megabytes) {
        return Content.doubles(megabytes << 17);
    }

    /** The sums of every 8,192nd element, times a number. */
    static double[] sums(double[] values, int number) {
        double[] sums = new double[SUMS];
        for (int i = 0; i < values.length; i++) {
            sums[i % SUMS] += values[i] * number;
        }
        return sums;
    }

    /** The compiler sees that no task changes the array. */
    @Flow
    @NullUnmarked // steps assign its fields
    static class Looked {
        @Parameter
        int tasks = 100;

        @Parameter
        int megabytes = 64;

        double[] values;
        double[] sums;
        double total;

        @Step(next = "work", foreach = "tasks")
        void start() {
            values = SharedArray.values(megabytes);
        }

        @Step(next = "join")
        void work(@Item int number) {
            sums = SharedArray.sums(values, number);
        }

        @Step(next = "end")
        void join(SharedArray_LookedArtifacts.JoinInputs inputs) {
            total = inputs.stream().mapToDouble(task -> task.sums()[0]).sum();
        }

        @Step
        void end() {}
    }

    /** The array goes to a class of the platform, of which the compiler does not know what it does to it. */
    @Flow
    @NullUnmarked // steps assign its fields
    static class Passed {
        @Parameter
        int tasks = 100;

        @Parameter
        int megabytes = 64;

        double[] values;
        double[] sums;
        double total;

        @Step(next = "work", foreach = "tasks")
        void start() {
            values = SharedArray.values(megabytes);
        }

        @Step(next = "join")
        void work(@Item int number) {
            sums = SharedArray.sums(DoubleBuffer.wrap(values).array(), number);
        }

        @Step(next = "end")
        void join(SharedArray_PassedArtifacts.JoinInputs inputs) {
            total = inputs.stream().mapToDouble(task -> task.sums()[0]).sum();
        }

        @Step
        void end() {}
    }
}
