package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.Random;

/** Many tasks that each read one of ten artifacts of a megabyte. */
@Flow
class TenArtifacts {
    @Parameter(help = "how many tasks read")
    int tasks = 1000;

    byte[] artifact0;
    byte[] artifact1;
    byte[] artifact2;
    byte[] artifact3;
    byte[] artifact4;
    byte[] artifact5;
    byte[] artifact6;
    byte[] artifact7;
    byte[] artifact8;
    byte[] artifact9;
    byte cell;
    long sum;

    @Step(next = "read", foreach = "tasks")
    void start() {
        Random random = new Random(7);
        artifact0 = megabyte(random);
        artifact1 = megabyte(random);
        artifact2 = megabyte(random);
        artifact3 = megabyte(random);
        artifact4 = megabyte(random);
        artifact5 = megabyte(random);
        artifact6 = megabyte(random);
        artifact7 = megabyte(random);
        artifact8 = megabyte(random);
        artifact9 = megabyte(random);
    }

    private static byte[] megabyte(Random random) {
        byte[] content = new byte[1 << 20];
        random.nextBytes(content);
        return content;
    }

    @Step(next = "join")
    void read(@Index int index) {
        cell = artifact3[index];
    }

    @Step(next = "end")
    void join(TenArtifactsArtifacts.JoinInputs inputs) {
        sum = inputs.stream().mapToLong(read -> read.cell()).sum();
    }

    @Step
    void end() {}
}
