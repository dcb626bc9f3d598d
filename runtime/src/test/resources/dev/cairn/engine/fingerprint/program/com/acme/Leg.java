package com.acme;

record Leg(String from, int length) {
    int half() {
        return length / 2;
    }
}
