package dev.cairn.benchmarks.micro;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A foreach of tasks with values of several sizes. Its codecs are measured, and its runs are read. */
@Flow
@NullUnmarked // steps assign its fields
class Kept {
    /** A small value. */
    record Point(long id, String name, double x, double y) {
        static Point of(int number) {
            return new Point(number, "point-" + number, number * 0.25, 1.0 / (number + 1));
        }

        static List<Point> list(int size) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                points.add(of(i));
            }
            return points;
        }
    }

    @Parameter
    int tasks = 100;

    long number;
    Point point;
    List<Point> points;
    int count;

    @Step(next = "work", foreach = "tasks")
    void start() {}

    @Step(next = "join")
    void work(@Item int item) {
        number = item;
        point = Point.of(item);
        points = Point.list(10);
    }

    @Step(next = "end")
    void join(KeptArtifacts.JoinInputs inputs) {
        count = inputs.size();
    }

    @Step
    void end() {}
}
