/** How every bot asks how it was; the items and their scales are those of measurement §4. */
export const surveyDialog = `dialog: on.survey
about: say how it was
steps:
  - if: item == "closed"
    then:
      - say: "Thank you. This question is closed by now, so I can't count the answer any more."
      - end
  - if: item == "again"
    then:
      - say: "Thank you, I've taken your new answer instead."
      - end
  - id: ask
    if: item == "ces"
    then:
      survey:
        item: ces
        text: "How much do you agree: we made it easy for you to handle your issue? 1 is not at all, 7 is completely."
        scale: ["1", "2", "3", "4", "5", "6", "7"]
  - if: item == "solved"
    then:
      survey:
        item: solved
        text: Is your issue solved?
        scale: [{ value: "yes", title: "Yes" }, { value: partly, title: Partly }, { value: "no", title: "No" }]
  - if: item == "expectation"
    then:
      survey:
        item: expectation
        text: Compared with what you expected, how was this?
        scale:
          - { value: far_worse, title: Far worse }
          - { value: worse, title: Worse }
          - { value: as_expected, title: As expected }
          - { value: better, title: Better }
          - { value: far_better, title: Far better }
  - if: item == "feeling"
    then:
      survey:
        item: feeling
        text: How do you feel about it now?
        scale:
          - { value: disappointment, title: Disappointment }
          - { value: annoyance, title: Annoyance }
          - { value: indifferent, title: Indifferent }
          - { value: relief, title: Relief }
          - { value: joy, title: Joy }
  - if: item == "tags"
    then:
      survey:
        item: tags
        text: Which word fits best?
        scale:
          - { value: incompetent, title: Incompetent }
          - { value: slow, title: Slow }
          - { value: confusing, title: Confusing }
          - { value: clear, title: Clear }
          - { value: fast, title: Fast }
          - { value: helpful, title: Helpful }
  - if: item == "nps"
    then:
      survey:
        item: nps
        text: How likely is it that you would recommend us to others? 0 is not at all, 10 is certainly.
        scale: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
  - if: '!(item in ["ces", "solved", "expectation", "feeling", "tags", "nps"])'
    then:
      survey:
        item: csat
        text: How satisfied were you with the support you received? 1 is not at all, 5 is completely.
        scale: ["1", "2", "3", "4", "5"]
  - if: next != null
    then:
      - set: { item: next, next: "null" }
      - goto: ask
  - say: Thank you for telling us.
`;
