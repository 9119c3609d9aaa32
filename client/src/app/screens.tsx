import { lazy, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { LiveScreen } from './LiveScreen.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';

// Each screen is a piece of its own, so that a member's phone loads only the member's page.
const Served = lazy(() => import('./Served.tsx'));
const StartScreen = lazy(() => import('../features/start/StartScreen.tsx'));
const SignInScreen = lazy(() => import('../features/sign-in/SignInScreen.tsx'));
const LinkScreen = lazy(() => import('../features/sign-in/LinkScreen.tsx'));
const MemberScreen = lazy(() => import('../features/member/MemberScreen.tsx'));
const HallScreen = lazy(() => import('../features/hall/HallScreen.tsx'));
const ObserverScreen = lazy(() => import('../features/observer/ObserverScreen.tsx'));
const SecretaryScreen = lazy(() => import('../features/secretary/SecretaryScreen.tsx'));
const ContestsScreen = lazy(() => import('../features/contest/ContestsScreen.tsx'));
const NewContestScreen = lazy(() => import('../features/contest/NewContestScreen.tsx'));
const ContestScreen = lazy(() => import('../features/contest/ContestScreen.tsx'));
const NewSessionScreen = lazy(() => import('../features/convene/NewSessionScreen.tsx'));
const EditSessionScreen = lazy(() => import('../features/convene/EditSessionScreen.tsx'));
const ProtocolScreen = lazy(() => import('../features/protocol/ProtocolScreen.tsx'));
const AccountScreen = lazy(() => import('../features/account/AccountScreen.tsx'));
const AdministrationScreen = lazy(() => import('../features/administration/AdministrationScreen.tsx'));
const VerifyScreen = lazy(() => import('../features/verify/VerifyScreen.tsx'));

const live = (screen: ReactNode) => <LiveScreen>{screen}</LiveScreen>;

export function Screens() {
  return (
    <Routes>
      <Route path="/session/:id" element={live(<MemberScreen />)} />
      <Route path="/hall/:id" element={live(<HallScreen />)} />
      <Route element={<Served />}>
        <Route path="/" element={<StartScreen />} />
        <Route path="/sign-in" element={<SignInScreen />} />
        <Route path="/l" element={<LinkScreen />} />
        <Route path="/live/:id" element={live(<ObserverScreen />)} />
        <Route path="/console/:id" element={live(<SecretaryScreen />)} />
        <Route path="/protocol/:id" element={live(<ProtocolScreen />)} />
        <Route path="/contests" element={<ContestsScreen />} />
        <Route path="/contests/new" element={<NewContestScreen />} />
        <Route path="/contests/:id" element={<ContestScreen />} />
        <Route path="/contests/:id/sessions/new" element={<NewSessionScreen />} />
        <Route path="/sessions/:id/edit" element={<EditSessionScreen />} />
        <Route path="/account" element={<AccountScreen />} />
        <Route path="/administration" element={<AdministrationScreen />} />
        <Route path="/verify" element={<VerifyScreen />} />
      </Route>
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
