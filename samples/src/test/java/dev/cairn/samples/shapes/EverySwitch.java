package dev.cairn.samples.shapes;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends something by post: a switch over everything by which one can choose, each of whose ways rejoin. */
@Flow
class EverySwitch {
    /** Whose text is not the name of its constants. */
    enum Size {
        SMALL,
        LARGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameter
    int weight = 1;

    @Parameter
    String country = "FR";

    Size size;
    boolean heavy;
    int zone;
    List<String> way = new ArrayList<>();

    @Step(
            switchOn = "size",
            cases = {@Case(value = "SMALL", next = "letter"), @Case(value = "LARGE", next = "parcel")})
    void start() {
        size = weight > 2 ? Size.LARGE : weight >= 0 ? Size.SMALL : null;
    }

    @Step(next = "load")
    void letter() {
        way.add("letter");
    }

    @Step(next = "load")
    void parcel() {
        way.add("parcel");
    }

    @Step(
            switchOn = "heavy",
            cases = {@Case(value = "true", next = "train"), @Case(value = "false", next = "plane")})
    void load() {
        heavy = weight > 10;
    }

    @Step(next = "arrive")
    void train() {
        way.add("train");
    }

    @Step(next = "arrive")
    void plane() {
        way.add("plane");
    }

    @Step(
            switchOn = "country",
            cases = {@Case(value = "FR", next = "deliver"), @Case(value = "Côte d'Ivoire", next = "deliver")},
            otherwise = "customs")
    void arrive() {
        way.add("arrive");
    }

    @Step(next = "deliver")
    void customs() {
        way.add("customs");
    }

    @Step(
            switchOn = "zone",
            cases = {
                @Case(value = "-1", next = "refuse"),
                @Case(value = "0", next = "end"),
                @Case(value = "1", next = "end")
            })
    void deliver() {
        zone = country.isEmpty() ? -1 : weight / 100;
    }

    @Step(next = "end")
    void refuse() {
        way.add("refuse");
    }

    @Step
    void end() {}
}
