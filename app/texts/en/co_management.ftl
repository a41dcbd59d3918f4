# Co-gestione: activities with one person responsible and a date, issues, periodic reports.
method-activities = Activities
method-activities-more = { $n ->
    [0] No activity yet.
    [one] One activity, with who answers for it and by when.
   *[other] { $n } activities, with who answers for each and by when.
}
method-activities-unassigned = { $n ->
    [one] Nobody answers for one yet.
   *[other] Nobody answers for { $n } yet.
}
method-issues = Issues
method-issues-more = { $n ->
    [0] No issue.
    [one] One issue, { $open ->
        [0] settled.
       *[other] waiting.
    }
   *[other] { $n } issues, { $open } waiting.
}
method-reports = Periodic reports
method-reports-more = { $n ->
    [0] No report yet.
    [one] One report: what was done, what is missing.
   *[other] { $n } reports: what was done, what is missing.
}
activities-title = Activities
activities-lead = Each activity has one person who answers for it, and a date. While one lacks them, the action doesn't start.
activities-none = There is no activity yet
activities-none-next = They are taken from the sheets of approved actions, or new ones are added.
activities-done = { $done } of { $n } done
activities-caption = The activities of “{ $action }”
activities-offered = From the approved sheets
activities-offered-more = The steps written in the sheet come here with who answers for them, the date and how far they are.
activities-left = { $n ->
    [one] One step of the sheet isn't followed here yet.
   *[other] { $n } steps of the sheet aren't followed here yet.
}
activities-take-over-short = Take the steps
activities-take-over = { " " }of “{ $action }”
activities-no-action = No action is approved
activity-number = Activity { $number }
activity-late = Late
activity-nobody = Nobody answers for it
activity-action = Action
activity-supporters = Who helps
activity-supporters-hint = Organisations or groups that lend a hand. One person alone answers for it.
activity-evidence = What shows it
activity-evidence-label = What shows it:
activity-added = Added on
activity-form-title = Add an activity
activity-what-label = What is to be done?
activity-what-hint = One thing, that can be said to be done. For instance: open the hall on Thursday mornings.
activity-add = Add the activity
activity-history = How it went
action-start = Start the action
action-start-more = Each activity has somebody who answers for it and a date: the action can start.
progress-title = How far is it?
progress-state = How far is the activity?
progress-evidence = What shows it?
progress-evidence-hint = Needed if it is done: a register, minutes, an opening date. No names of people who are cared for.
progress-note = Anything to add?
progress-note-hint = What goes well, what is missing. If you cancel it, write why. Everybody reads it.
progress-send = Save how far it is
assignment-title = Who answers for it?
assignment-again = Change who answers for it, or the date
assignment-responsible = Who answers for it?
assignment-responsible-hint = One person alone. Their name will be public, for the task they have.
assignment-due = By when?
assignment-why = Why does it change?
assignment-why-hint = It is read beside the change: who answered for it before stays written.
assignment-send = Save who answers for it
assignment-told = answers for it, by { $due }
issues-title = Issues
issues-lead = What goes wrong while working together, told by those in the agreement. Each gets an answer, and one sees for how many days it has waited.
issues-none = No issue
issues-none-next = Those in the agreement can write one when something goes wrong.
issues-none-about = No issue about this activity.
issues-about = Issues about this activity
issues-all = All issues
issues-pending = { $n ->
    [one] One is waiting
   *[other] { $n } are waiting
}
issues-settled = { $n ->
    [one] One was answered
   *[other] { $n } were answered
}
issue-title = Issue { $number }
issue-days = { $n ->
    [0] from today
    [one] for one day
   *[other] for { $n } days
}
issue-days-settled = { $n ->
    [0] answered the same day
    [one] answered after one day
   *[other] answered after { $n } days
}
issue-about = About:
issue-answers = Answers
issue-state-aperta = Waiting for an answer
issue-state-in_carico = Taken up
issue-state-risolta = Settled
issue-state-non_risolvibile = Can't be settled here
issue-form-title = Report an issue
issue-activity = Which activity is it about?
issue-activity-hint = If it is about everything, leave this empty.
issue-what = What is wrong?
issue-what-hint = What happens, since when, what would help. No names of people who are cared for.
issue-next = It is public at once, with the organisation's name. Issues can be reported until { $date }.
issue-send = Send the issue
issue-answer-title = Answer issue { $number }
issue-answer-state = What becomes of it?
issue-answer = The answer
issue-answer-hint = What is done, by whom, by when. Everybody reads it.
issue-answer-send = Send the answer
reports-title = Periodic reports
reports-lead = What was done, by whom, what is missing. The figures are those of the day a report was written; a correction is added, with its reason.
reports-none = No report yet
reports-none-next = The first is written when there is something to say about how it goes.
periodic-title = Report { $number }: { $period }
periodic-period = from { $from } to { $to }
periodic-earlier = { $n ->
    [one] The earlier version
   *[other] The { $n } earlier versions
}
periodic-corrected = Corrected because:
periodic-correct = Correct report { $number }
periodic-correct-send = Save the correction
periodic-why = What do you correct, and why?
periodic-why-hint = It is read beneath the report. The earlier version stays.
periodic-from = From
periodic-to = To
periodic-words = What was done, and what is missing?
periodic-words-hint = In simple words: what changed for people, what didn't work, what will change.
periodic-form-title = Write a report
periodic-form-more = Today's figures stay beside your words:
periodic-send = Publish the report
periodic-activities = The activities as they were that day
periodic-activities-n = { $n ->
    [one] The activity as it was that day
   *[other] The { $n } activities as they were that day
}
periodic-da_fare = { $n } to do
periodic-in_corso = { $n } under way
periodic-fatta = { $n } done
periodic-annullata = { $n } cancelled
periodic-late = { $n } late
periodic-no-activities = none
periodic-issues-aperta = { $n } waiting
periodic-issues-in_carico = { $n } taken up
periodic-issues-risolta = { $n } settled
periodic-issues-non_risolvibile = { $n } that can't be settled here
periodic-no-issues = none
action-followed = How its activities are going: { $round }
fault-due-contradicts = This day has passed: choose one that is to come
fault-to-contradicts = The last day is before the first: check the two dates
fault-evidence-missing = Write what shows that it is done
fault-why-missing = Write why
fault-responsible-missing = Choose who answers for it
fault-answer-missing = Write the answer
fault-due-missing = Choose by when
refusal-unassigned = { $n ->
    [one] One activity has nobody who answers for it, or no date.
   *[other] { $n } activities have nobody who answers for them, or no date.
}
refusal-unassigned-next = Open the activity and write who answers for it and by when: then it can start.
refusal-no-activities = The action has no activities.
refusal-no-activities-next = Add at least one, with who answers for it and the date.
refusal-not-approved = The action isn't approved, or is over.
refusal-not-approved-next = What is followed are activities of actions that the Committee has approved.
notice-activity-added = The activity is there
notice-activity-added-more = Now it needs somebody who answers for it and a date: open it from the list.
notice-activities-taken-over = The steps of the sheet are here
notice-activities-taken-over-more = Each with who answers for it and the date it had.
notice-activity-assigned = Who answers for it is written
notice-activity-assigned-more = Now they can tell how far it is.
notice-progress-told = How far it is is written
notice-progress-told-more = What was there before stays in the history of the activity.
notice-action-started = The action has started
notice-action-started-more = Whoever proposed something that went into it sees so in the thread.
notice-issue-reported = The issue has arrived
notice-issue-reported-more = It is public, and from today the days until the answer are counted.
notice-issue-answered = The answer is public
notice-issue-answered-more = It is read beneath the issue.
notice-report-written = The report is public
notice-report-written-more = If there is a mistake, it is corrected: the earlier version stays.
